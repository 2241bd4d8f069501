package io.safehand.server.base.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines somebody looks for, newest first. Nobody can look for a person: no line says whom it is about.
 *
 * @param from the earliest time
 * @param until before this time
 * @param after the number of the last line that was seen; the answer goes on behind it
 * @param limit at most so many, 1 to {@value #MOST}
 */
public record LedgerSearch(Optional<String> act, Optional<String> who, Optional<String> deal,
    Optional<Instant> from, Optional<Instant> until, OptionalLong after, int limit) {
  public static final int MOST = 1_000;

  public LedgerSearch {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a search gives 1 to " + MOST + " lines");
    }
  }

  /** All lines, from the newest. */
  public static LedgerSearch newest(int limit) {
    return new LedgerSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), OptionalLong.empty(), limit);
  }

  public LedgerSearch act(Optional<String> only) {
    return new LedgerSearch(only, who, deal, from, until, after, limit);
  }

  public LedgerSearch who(Optional<String> only) {
    return new LedgerSearch(act, only, deal, from, until, after, limit);
  }

  public LedgerSearch deal(Optional<String> only) {
    return new LedgerSearch(act, who, only, from, until, after, limit);
  }

  public LedgerSearch between(Optional<Instant> first, Optional<Instant> end) {
    return new LedgerSearch(act, who, deal, first, end, after, limit);
  }

  public LedgerSearch after(OptionalLong number) {
    return new LedgerSearch(act, who, deal, from, until, number, limit);
  }
}
