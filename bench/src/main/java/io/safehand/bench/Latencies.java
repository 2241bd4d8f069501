package io.safehand.bench;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;

/** How long each of many calls took. Filled by several threads. */
final class Latencies {
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

  void time(Timing.Work call) throws Exception {
    millis.add(1_000 * Timing.seconds(call));
  }

  /** The time within which this share of the calls was answered, in milliseconds. */
  double within(double share) {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
  }
}
