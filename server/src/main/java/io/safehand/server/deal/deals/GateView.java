package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * A gate as it stands for one deal, now.
 *
 * @param proof the kind of evidence it asks for
 * @param why a stable code; docs/formats/proofs.md lists them
 * @param since from when the evidence holds
 * @param validUntil when it goes stale, if ever
 * @param link where the evidence is seen; empty when there is nothing to see
 * @param overridden whether two people let the deal pass here without the evidence
 */
public record GateView(String gate, Stage stage, String proof, State state, String why,
    Optional<Instant> since, Optional<Instant> validUntil, String link, boolean overridden) {

  /** How a gate stands. */
  public enum State {
    /** The evidence is there and good. */
    GREEN,
    /** The evidence is missing, not good, too young or has gone stale. */
    RED,
    /** Nothing in this version offers such evidence; only an override passes. */
    NOT_BUILT,
    /** 不适用: this deal does not need it. */
    NOT_APPLICABLE;

    /** Whether the deal may pass without an override. */
    public boolean passes() {
      return this == GREEN || this == NOT_APPLICABLE;
    }
  }

  GateView afterOverride(boolean given) {
    return new GateView(gate, stage, proof, state, why, since, validUntil, link, given);
  }
}
