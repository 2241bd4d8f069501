package io.safehand.server.base.evidence;

import io.safehand.server.base.standing.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about one required thing at this moment.
 *
 * @param kind a stable dotted code such as {@code inventory.in-force}
 * @param since since when the state holds
 * @param validUntil after this the proof is stale
 * @param link where the evidence is seen, within this installation; empty when there is nothing to see
 */
public record Proof(Subject subject, String kind, State state, Optional<Instant> since,
    Optional<Instant> validUntil, String link) {
  /** Only {@link #HOLDS} opens a gate. */
  public enum State {
    HOLDS,
    MISSING,
    FAILED,
    STALE,
    /** It does not apply in this case; the link says why. */
    NOT_APPLICABLE,
    /** No module offers this yet. */
    NOT_BUILT
  }

  public static Proof holds(Subject subject, String kind, Instant since, String link) {
    return new Proof(subject, kind, State.HOLDS, Optional.of(since), Optional.empty(), link);
  }

  public static Proof failed(Subject subject, String kind) {
    return new Proof(subject, kind, State.FAILED, Optional.empty(), Optional.empty(), "");
  }

  public static Proof missing(Subject subject, String kind) {
    return new Proof(subject, kind, State.MISSING, Optional.empty(), Optional.empty(), "");
  }

  public Proof validUntil(Instant end) {
    return new Proof(subject, kind, state, since, Optional.of(end), link);
  }

  Proof at(Instant now) {
    boolean over = state == State.HOLDS && validUntil.map(end -> !end.isAfter(now)).orElse(false);
    return over ? new Proof(subject, kind, State.STALE, validUntil, validUntil, link) : this;
  }
}
