package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the hand-over of a deal proves, each by the time at which it happened. */
@Component
final class HandOverProofs implements ProofSource {
  private static final Map<String, HandOverStep> STEPS = Map.of("handover.key.registered",
      HandOverStep.REGISTERED, "handover.key.proven", HandOverStep.PROVEN, "handover.key.confirmed",
      HandOverStep.CONFIRMED, "handover.released", HandOverStep.RELEASED, "handover.manifest",
      HandOverStep.RELEASED, "handover.receipt", HandOverStep.RECEIPT, "handover.rekeyed",
      HandOverStep.REKEYED, "handover.destroyed", HandOverStep.DESTROYED);

  private final Storage storage;
  private final HandOverRows rows;

  HandOverProofs(Storage storage, HandOverRows rows) {
    this.storage = storage;
    this.rows = rows;
  }

  @Override
  public Set<String> kinds() {
    return STEPS.keySet();
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    HandOverStep step = STEPS.get(kind);
    if (subject.kind() != Subject.Kind.DEAL || step == null) {
      return Proof.missing(subject, kind);
    }
    return storage.in(company, () -> rows.find(company, DealId.parse(subject.id())))
        .flatMap(handOver -> Optional.ofNullable(handOver.reached().get(step)))
        .map(at -> Proof.holds(subject, kind, at, "deals/" + subject.id()))
        .orElseGet(() -> Proof.missing(subject, kind));
  }
}
