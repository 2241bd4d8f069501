package io.safehand.core.custody.intake;

import java.util.HashSet;
import java.util.Set;

/**
 * The identity tags of one run of an intake. Batches ask in the order of the source, whatever order their workers
 * come in, so that of two rows with one key the earlier one always stays.
 *
 * <p>Eight bytes a tag: two different keys share one with a probability below one in a million at six million
 * customers; such a row is rejected as a duplicate, never mixed up.
 */
final class SeenIdentities {
  private final Set<Long> seen = new HashSet<>();
  private long turn;

  /** Waits for the batch's turn and says, row by row, whether the tag is new. */
  synchronized boolean[] claim(long batch, long[] tags) throws InterruptedException {
    while (batch != turn) {
      wait();
    }
    boolean[] first = new boolean[tags.length];
    for (int i = 0; i < tags.length; i++) {
      first[i] = seen.add(tags[i]);
    }
    turn++;
    notifyAll();
    return first;
  }
}
