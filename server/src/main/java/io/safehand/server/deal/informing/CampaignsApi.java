package io.safehand.server.deal.informing;

import io.safehand.core.json.Json;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.api.Paging;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.Delivery;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far the notices of a deal have come, for programs: counts, nobody. */
@RestController
class CampaignsApi {
  private final Notices notices;
  private final Assignments assignments;

  CampaignsApi(Notices notices, Assignments assignments) {
    this.notices = notices;
    this.assignments = assignments;
  }

  @GetMapping("/api/v1/deals/{deal}/notices")
  Json all(Account account, @PathVariable UUID deal, Paging paging) {
    Deal found = assignments.deal(account, new DealId(deal)).orElseThrow(RequestRefused::notFound);
    return paging.pageOf(notices.campaigns(account.company(), found.id().value()), CampaignsApi::json,
        campaign -> campaign.id().toString());
  }

  private static Json.Object json(Campaign campaign) {
    Json.Object people = Json.object();
    for (Delivery delivery : Delivery.values()) {
      if (delivery != Delivery.NONE) {
        people = people.with(delivery.name().toLowerCase(Locale.ROOT), campaign.counts().of(delivery));
      }
    }
    return Json.object()
        .with("id", campaign.id().toString())
        .with("path", campaign.path().name())
        .with("answerUntil", campaign.answerUntil().toString())
        .with("zhSha256", campaign.zhSha256())
        .with("enSha256", campaign.enSha256())
        .with("released", campaign.releasedAt().isPresent())
        .with("finished", campaign.finishedAt().isPresent())
        .with("people", people)
        .with("consented", campaign.consented())
        .with("objected", campaign.objected())
        .with("coverage", campaign.coverage());
  }
}
