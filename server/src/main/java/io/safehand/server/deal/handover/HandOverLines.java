package io.safehand.server.deal.handover;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.deal.deals.DealId;
import org.springframework.stereotype.Component;

/** The ledger lines of the steps of a hand-over. */
@Component
final class HandOverLines {
  private final Ledger ledger;

  HandOverLines(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Writes one step in the present transaction. */
  void write(CompanyId company, DealId deal, Account by, String step, Json.Object details) {
    ledger.write(company,
        ledger.line(by.who(), Act.HANDOVER_PLAN).inDeal(deal.toString()).with(details.with("step", step)));
  }
}
