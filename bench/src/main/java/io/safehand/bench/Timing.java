package io.safehand.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** One figure of some work: how it is timed. */
interface Timing {
  /** Does the work once and returns its figure. */
  double figure() throws Exception;

  /** Work on so many things: its figure is how many a second. */
  static Timing rate(long things, Work work) {
    return () -> things / seconds(work);
  }

  /** As {@link #rate}, for work that says itself how many things it did. */
  static Timing rate(Callable<? extends Number> work) {
    return () -> {
      long start = System.nanoTime();
      double things = work.call().doubleValue();
      return things / ((System.nanoTime() - start) / 1e9);
    };
  }

  static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** Takes turns, so that a slow minute of the machine strikes all alike. */
  static List<Figures> inTurns(int rounds, List<Timing> timings) throws Exception {
    double[][] figures = new double[timings.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < figures.length; i++) {
        figures[i][round] = timings.get(i).figure();
      }
    }
    List<Figures> all = new ArrayList<>();
    for (double[] one : figures) {
      all.add(Figures.of(one));
    }
    return all;
  }

  /** Something to be timed. */
  interface Work {
    void run() throws Exception;
  }
}
