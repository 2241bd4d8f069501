package io.safehand.server.deal.informing;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.runs.Run;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.Channel;
import io.safehand.server.custody.notices.Delivery;
import io.safehand.server.custody.notices.Notice;
import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.Rehearsal;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The notices of a deal: what each says, how far it has come, what is missing. */
@Controller
class CampaignsPage {
  private static final int USUAL_DAYS = 15;
  private static final List<Delivery> SHOWN = List.of(Delivery.SENT, Delivery.DELIVERED, Delivery.OPENED,
      Delivery.READ, Delivery.BY_HAND, Delivery.PLANNED, Delivery.SENDING, Delivery.BOUNCED,
      Delivery.IN_DOUBT, Delivery.UNDELIVERABLE);

  private final Notices notices;
  private final Campaigns campaigns;
  private final Assignments assignments;
  private final Inventories inventories;
  private final Clock clock;
  private final ZoneId zone;

  CampaignsPage(Notices notices, Campaigns campaigns, Assignments assignments, Inventories inventories,
      Clock clock, ZoneId zone) {
    this.notices = notices;
    this.campaigns = campaigns;
    this.assignments = assignments;
    this.inventories = inventories;
    this.clock = clock;
    this.zone = zone;
  }

  /** A campaign as the page shows it. */
  record Shown(Campaign campaign, List<Count> counts, List<Notice.Missing> missing, boolean own,
      @Nullable Run run, @Nullable Rehearsal rehearsal) {
    public String coverage() {
      return campaign.coverage() / 100 + "."
          + String.format(java.util.Locale.ROOT, "%02d", campaign.coverage() % 100) + " %";
    }

    public boolean isGoing() {
      return run != null && !run.state().isOver();
    }
  }

  record Count(String delivery, long people) {}

  @GetMapping("/deals/{deal}/notices")
  String show(@PathVariable UUID deal, Account account, Model model) {
    Deal found = require(assignments, account, deal);
    fill(found, account, model);
    model.addAttribute("parts", NoticePart.values());
    model.addAttribute("channels", Stream.of(Channel.values()).map(Channel::name).toList());
    model.addAttribute("purposes",
        inventories.adopted(account.company())
            .map(Adopted::inventory)
            .map(inventory -> inventory.purposes())
            .orElse(List.of()));
    model.addAttribute("until", LocalDate.ofInstant(clock.instant(), zone).plusDays(USUAL_DAYS));
    return "informing/campaigns";
  }

  /** The part that is loaded again while something runs. */
  @GetMapping("/deals/{deal}/notices/progress")
  String progress(@PathVariable UUID deal, Account account, Model model) {
    fill(require(assignments, account, deal), account, model);
    return "informing/progress :: list";
  }

  private void fill(Deal deal, Account account, Model model) {
    List<Shown> shown = notices.campaigns(account.company(), deal.id().value())
        .reversed()
        .stream()
        .map(campaign -> shown(account, campaign))
        .toList();
    model.addAttribute("deal", deal);
    model.addAttribute("campaigns", shown);
    model.addAttribute("going", shown.stream().anyMatch(Shown::isGoing));
  }

  private Shown shown(Account account, Campaign campaign) {
    CampaignId id = campaign.id();
    List<Count> counts = SHOWN.stream()
        .map(delivery -> new Count(delivery.name(), campaign.counts().of(delivery)))
        .filter(count -> count.people() > 0)
        .toList();
    Optional<Run> run = campaigns.runs(account.company(), id).stream().findFirst();
    return new Shown(campaign, counts, notices.missing(account.company(), id),
        campaign.author().equals(account.who()), run.orElse(null),
        campaigns.rehearsal(account.company(), id).orElse(null));
  }

  /** To whoever does not know of the deal it does not exist. */
  static Deal require(Assignments assignments, Account account, UUID deal) {
    return assignments.deal(account, new DealId(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
