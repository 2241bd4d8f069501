package io.safehand.server.custody.retention;

import io.safehand.core.custody.stored.Kept;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts who remains while everybody else is destroyed. */
final class Remaining {
  private final SortedMap<Kept, Long> kept = new TreeMap<>(Destroyed.BY_RULE);
  private long held;

  void keep(Kept rule) {
    kept.merge(rule, 1L, Long::sum);
  }

  void hold() {
    held++;
  }

  SortedMap<Kept, Long> kept() {
    return kept;
  }

  long held() {
    return held;
  }
}
