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
      case HOLDS -> held(gate, proof);
      case MISSING -> view(gate, proof, State.RED, "proof.missing");
      case FAILED -> view(gate, proof, State.RED, "proof.failed");
      case STALE -> view(gate, proof, State.RED, "proof.stale");
      case NOT_APPLICABLE -> view(gate, proof, State.NOT_APPLICABLE, "proof.not-applicable");
      case NOT_BUILT -> view(gate, proof, State.NOT_BUILT, "gate.not-built");
    };
  }

  /** Evidence that must be of some age counts from the moment that it is. */
  private GateView held(Gate gate, Proof proof) {
    Duration age = Duration.ofDays(gate.age().days(terms));
    Optional<Instant> counts = proof.since().map(since -> since.plus(age));
    return age.isZero() || counts.filter(from -> !now.isBefore(from)).isPresent()
        ? view(gate, proof, State.GREEN, "proof.good", counts)
        : view(gate, proof, State.RED, "proof.young");
  }

  private static GateView view(Gate gate, Proof proof, State state, String why) {
    return view(gate, proof, state, why, proof.since());
  }

  private static GateView view(Gate gate, Proof proof, State state, String why, Optional<Instant> since) {
    return new GateView(gate.code(), gate.stage(), gate.proof(), state, why, since, proof.validUntil(),
        proof.link(), false);
  }
}
