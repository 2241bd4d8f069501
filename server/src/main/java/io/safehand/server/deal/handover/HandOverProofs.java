package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.DealId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the hand-over of a deal proves, each by the time at which it happened. */
@Component
final class HandOverProofs implements ProofSource {
  private static final Map<String, String> COLUMNS = Map.of("handover.key.registered", "registered_at",
      "handover.key.proven", "proven_at", "handover.key.confirmed", "confirmed_at", "handover.released",
      "released_at",
      "handover.manifest", "released_at", "handover.receipt", "receipt_at", "handover.rekeyed", "rekeyed_at",
      "handover.destroyed", "destroyed_at");

  private final Storage storage;
  private final HandOverRows rows;

  HandOverProofs(Storage storage, HandOverRows rows) {
    this.storage = storage;
    this.rows = rows;
  }

  @Override
  public Set<String> kinds() {
    return COLUMNS.keySet();
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    String column = COLUMNS.get(kind);
    if (subject.kind() != Subject.Kind.DEAL || column == null) {
      return Proof.missing(subject, kind);
    }
    return storage.in(company, () -> rows.time(company, DealId.parse(subject.id()), column))
        .map(at -> Proof.holds(subject, kind, at, "deals/" + subject.id()))
        .orElseGet(() -> Proof.missing(subject, kind));
  }
}
