package io.safehand.server.deal.deals;

import io.safehand.server.base.evidence.Proof;
import io.safehand.server.deal.deals.GateView.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides how a gate stands, from the terms of the deal and the evidence. Pure. */
final class GateJudging {
  private final DealTerms terms;
  private final Instant now;

  GateJudging(DealTerms terms, Instant now) {
    this.terms = terms;
    this.now = now;
  }

  /** The evidence is asked for only when the gate applies. */
  GateView judge(Gate gate, Supplier<Proof> evidence) {
    if (!gate.applies().to(terms)) {
      return new GateView(gate.code(), gate.stage(), gate.proof(), State.NOT_APPLICABLE,
          gate.applies().otherwise(), Optional.empty(), Optional.empty(), "", false);
    }
    Proof proof = evidence.get();
    return switch (proof.state()) {
      case HOLDS -> old(gate, proof)
          ? view(gate, proof, State.GREEN, "proof.good")
          : view(gate, proof, State.RED, "proof.young");
      case MISSING -> view(gate, proof, State.RED, "proof.missing");
      case FAILED -> view(gate, proof, State.RED, "proof.failed");
      case STALE -> view(gate, proof, State.RED, "proof.stale");
      case NOT_APPLICABLE -> view(gate, proof, State.NOT_APPLICABLE, "proof.not-applicable");
      case NOT_BUILT -> view(gate, proof, State.NOT_BUILT, "gate.not-built");
    };
  }

  private boolean old(Gate gate, Proof proof) {
    Duration age = Duration.ofDays(gate.age().days(terms));
    return age.isZero() || proof.since().filter(since -> !now.isBefore(since.plus(age))).isPresent();
  }

  private static GateView view(Gate gate, Proof proof, State state, String why) {
    return new GateView(gate.code(), gate.stage(), gate.proof(), state, why, proof.since(),
        proof.validUntil(), proof.link(), false);
  }
}
