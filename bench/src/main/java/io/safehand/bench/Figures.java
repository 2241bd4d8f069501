package io.safehand.bench;

import java.util.Arrays;

/** Figures of one thing measured several times, in one unit. */
record Figures(double median, double min, double max) {
  static Figures of(double... measured) {
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Figures(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** The same in another unit. */
  Figures times(double factor) {
    return new Figures(median * factor, min * factor, max * factor);
  }
}
