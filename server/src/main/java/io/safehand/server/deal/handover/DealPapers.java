package io.safehand.server.deal.handover;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;

/** How papers name a deal and the state of a log. */
final class DealPapers {
  private DealPapers() {}

  static io.safehand.core.handover.manifest.Deal deal(Deal deal) {
    return new io.safehand.core.handover.manifest.Deal(deal.id().toString(), deal.terms().type().name(),
        deal.terms().seller().toString(), deal.terms().buyer().map(CompanyId::toString).orElse("none"));
  }

  static Errand errand(DealId deal, Account by, String purpose) {
    return new Errand(by.who(), purpose, deal.toString(), deal.toString());
  }

  static String origin(Ledger ledger, CompanyId company) {
    return state(ledger, company).origin();
  }

  /** The log with everything that is committed. */
  static LogState state(Ledger ledger, CompanyId company) {
    SignedNote note = ledger.sequence(company)
        .orElseThrow(() -> new IllegalStateException("the log has no line yet"));
    return LogState.of(note.unverifiedCheckpoint().orElseThrow());
  }
}
