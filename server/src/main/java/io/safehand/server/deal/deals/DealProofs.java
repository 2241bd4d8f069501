package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a deal itself proves. */
@Component
final class DealProofs implements ProofSource {
  private static final String CONTROL = "control.changed";

  private final Storage storage;
  private final DealRows rows;

  DealProofs(Storage storage, DealRows rows) {
    this.storage = storage;
    this.rows = rows;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(CONTROL);
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    if (subject.kind() != Subject.Kind.DEAL) {
      return Proof.missing(subject, kind);
    }
    Optional<Deal> deal = storage.in(company, () -> rows.find(company, DealId.parse(subject.id())));
    return deal.flatMap(Deal::controlChangedAt)
        .map(at -> Proof.holds(subject, kind, at, "deals/" + subject.id()))
        .orElseGet(() -> Proof.missing(subject, kind));
  }
}
