package io.safehand.server.deal.deals.web;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.GateView;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The deals that the caller knows of, for programs. */
@RestController
class DealsApi {
  private final Deals deals;
  private final Assignments assignments;

  DealsApi(Deals deals, Assignments assignments) {
    this.deals = deals;
    this.assignments = assignments;
  }

  @GetMapping("/api/v1/deals")
  Json all(Account account, Paging paging) {
    return paging.pageOf(assignments.deals(account), DealsApi::json, deal -> deal.id().toString());
  }

  /** With every gate as it stands now. */
  @GetMapping("/api/v1/deals/{deal}")
  Json one(Account account, @PathVariable UUID deal) {
    Deal found = assignments.deal(account, new DealId(deal)).orElseThrow(RequestRefused::notFound);
    return json(found).with("gates",
        deals.gates(account.company(), found.id()).stream().map(DealsApi::json).toList());
  }

  private static Json.Object json(Deal deal) {
    return Json.object()
        .with("id", deal.id().toString())
        .with("type", deal.terms().type().name())
        .with("codeName", deal.terms().codeName())
        .with("stage", deal.stage().name())
        .with("since", deal.stageSince().toString())
        .with("openedAt", deal.openedAt().toString())
        .with("overrides", deal.overrides());
  }

  private static Json.Object json(GateView gate) {
    return Json.object()
        .with("gate", gate.gate())
        .with("stage", gate.stage().name())
        .with("proof", gate.proof())
        .with("state", gate.state().name())
        .with("why", gate.why())
        .with("overridden", gate.overridden());
  }
}
