package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.evidence.ProofSource;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Subject;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** That the seller's log agrees with its checkpoint, as of the moment of asking. */
@Component
final class LedgerProof implements ProofSource {
  private final Ledger ledger;
  private final Clock clock;

  LedgerProof(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of("ledger.healthy");
  }

  @Override
  public Proof proof(CompanyId company, Subject subject, String kind) {
    if (!subject.equals(Subject.of(company))) {
      return Proof.missing(subject, kind);
    }
    return ledger.agrees(company)
        ? Proof.holds(subject, kind, clock.instant(), "ledger")
        : Proof.failed(subject, kind);
  }
}
