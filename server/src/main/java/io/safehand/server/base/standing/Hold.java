package io.safehand.server.base.standing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A reason why something may not be done to its subject, in force from when it is placed until it ends or is lifted.
 *
 * @param reason a stable dotted code such as {@code training.lapsed}
 * @param source the module that placed it
 */
public record Hold(UUID id, Subject subject, Effect effect, String reason, String source, Instant from,
    Optional<Instant> until) {
  /** What the hold stops. */
  public enum Effect {
    /** Nothing is disclosed or handed over. */
    FREEZE,
    /** Nothing is destroyed. */
    KEEP
  }
}
