package io.safehand.server.base.standing;

import java.time.Instant;
import java.util.Optional;

/** A hold to be placed; codes only. */
public record Placing(Subject subject, Hold.Effect effect, String reason, String source,
    Optional<Instant> until) {
  public Placing {
    if (!reason.matches("[a-z][a-z0-9.-]{0,79}") || !source.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("reason and source are stable codes");
    }
  }

  public static Placing freeze(Subject subject, String reason, String source) {
    return new Placing(subject, Hold.Effect.FREEZE, reason, source, Optional.empty());
  }

  public static Placing keep(Subject subject, String reason, String source) {
    return new Placing(subject, Hold.Effect.KEEP, reason, source, Optional.empty());
  }

  public Placing until(Instant end) {
    return new Placing(subject, effect, reason, source, Optional.of(end));
  }
}
