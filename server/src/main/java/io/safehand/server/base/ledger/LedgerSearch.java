package io.safehand.server.base.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which lines somebody looks for, newest first. Nobody can look for a person: no line says whom it is about.
 *
 * @param from the earliest time
 * @param until before this time
 * @param after the number of the last line that was seen; the answer goes on behind it
 * @param known the deals that the reader knows of: lines of others are not there for them; empty: whoever knows of all
 * @param limit at most so many, 1 to {@value #MOST}
 */
public record LedgerSearch(Optional<String> act, Optional<String> who, Optional<String> deal,
    Optional<Instant> from, Optional<Instant> until, OptionalLong after, Optional<List<String>> known,
    int limit) {
  public static final int MOST = 1_000;

  public LedgerSearch {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a search gives 1 to " + MOST + " lines");
    }
  }

  /** All lines, from the newest. */
  public static LedgerSearch newest(int limit) {
    return new LedgerSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), OptionalLong.empty(), Optional.empty(), limit);
  }

  public LedgerSearch act(Optional<String> only) {
    return new LedgerSearch(only, who, deal, from, until, after, known, limit);
  }

  public LedgerSearch who(Optional<String> only) {
    return new LedgerSearch(act, only, deal, from, until, after, known, limit);
  }

  public LedgerSearch deal(Optional<String> only) {
    return new LedgerSearch(act, who, only, from, until, after, known, limit);
  }

  public LedgerSearch between(Optional<Instant> first, Optional<Instant> end) {
    return new LedgerSearch(act, who, deal, first, end, after, known, limit);
  }

  public LedgerSearch after(OptionalLong number) {
    return new LedgerSearch(act, who, deal, from, until, number, known, limit);
  }

  public LedgerSearch knowing(Optional<List<String>> deals) {
    return new LedgerSearch(act, who, deal, from, until, after, deals, limit);
  }

  public LedgerSearch limit(int most) {
    return new LedgerSearch(act, who, deal, from, until, after, known, most);
  }
}
