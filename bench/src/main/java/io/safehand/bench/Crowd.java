package io.safehand.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several at once, of whom each does a share of the work. */
final class Crowd {
  private Crowd() {}

  /** How many things a second all of them did together. */
  static double rate(int members, int things, Share share) throws Exception {
    int each = things / members;
    try (ExecutorService pool = Executors.newFixedThreadPool(members)) {
      List<Callable<Void>> shares = new ArrayList<>();
      for (int i = 0; i < members; i++) {
        int first = i * 104_729;
        shares.add(() -> {
          share.go(first, each);
          return null;
        });
      }
      double seconds = Timing.seconds(() -> {
        for (Future<Void> done : pool.invokeAll(shares)) {
          done.get();
        }
      });
      return each * members / seconds;
    }
  }

  /** One member's work: so many things, from the first one on. */
  interface Share {
    void go(int first, int things) throws Exception;
  }
}
