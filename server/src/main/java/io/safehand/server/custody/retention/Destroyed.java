package io.safehand.server.custody.retention;

import io.safehand.core.custody.stored.Kept;
import io.safehand.core.handover.manifest.CommitmentList;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;

/**
 * What was destroyed, and what was not; written with the erasure itself.
 *
 * @param decision of the two people
 * @param by the account that carried it out
 * @param before people there were
 * @param commitments one for everybody destroyed
 * @param kept how many people law orders kept, by rule and last day
 * @param held how many a hold keeps as they are
 */
public record Destroyed(String decision, String by, long before, CommitmentList commitments,
    SortedMap<Kept, Long> kept, long held, Instant at) {
  static final Comparator<Kept> BY_RULE = Comparator.comparing(Kept::rule).thenComparing(Kept::until);

  public Destroyed {
    kept = Collections.unmodifiableSortedMap(kept);
  }

  /** How many people were destroyed. */
  public int people() {
    return commitments.count();
  }

  /** How many people are kept, whatever the reason. */
  public long retained() {
    return held + kept.values().stream().mapToLong(Long::longValue).sum();
  }
}
