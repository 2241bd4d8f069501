package io.safehand.server.deal.informing;

import io.safehand.core.inventory.Purpose;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.Channel;
import io.safehand.server.custody.notices.Notice;
import io.safehand.server.custody.notices.NoticePart;
import io.safehand.server.custody.notices.NoticeText;
import io.safehand.server.custody.notices.NoticeText.Language;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.Plan;
import io.safehand.server.custody.notices.Release;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The acts on the page of a deal's notices. Each leads back to the page, which says what came of it. */
@Controller
class CampaignSteps {
  private final Notices notices;
  private final Campaigns campaigns;
  private final Assignments assignments;
  private final ZoneId zone;

  CampaignSteps(Notices notices, Campaigns campaigns, Assignments assignments, ZoneId zone) {
    this.notices = notices;
    this.campaigns = campaigns;
    this.assignments = assignments;
    this.zone = zone;
  }

  /** @param all the parts, as {@code zh.<part>} and {@code en.<part>} */
  @PostMapping("/deals/{deal}/notices")
  String draft(@PathVariable UUID deal, Account account,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @RequestParam Map<String, String> all) {
    Deal found = CampaignsPage.require(assignments, account, deal);
    try {
      notices.draft(account.company(), new Notice(deal, found.terms().path(),
          until.plusDays(1).atStartOfDay(zone).toInstant(), text(Language.ZH, all), text(Language.EN, all)),
          account);
      return back(deal, "done=informing.drafted");
    } catch (IllegalArgumentException tooLong) {
      return back(deal, "refused=informing.text");
    }
  }

  @PostMapping("/deals/{deal}/notices/{campaign}/release")
  String release(@PathVariable UUID deal, @PathVariable UUID campaign, Account account) {
    CampaignId id = require(account, deal, campaign).id();
    try {
      return back(deal, switch (notices.release(account.company(), id, account)) {
        case Release.Released released -> "done=informing.released";
        case Release.Refused refused -> "refused=informing.missing";
      });
    } catch (IllegalArgumentException ownNotice) {
      return back(deal, "refused=informing.author");
    }
  }

  /** @param channel in the order in which they are tried */
  @PostMapping("/deals/{deal}/notices/{campaign}/plan")
  String plan(@PathVariable UUID deal, @PathVariable UUID campaign, Account account,
      @RequestParam(defaultValue = "") List<Channel> channel,
      @RequestParam(defaultValue = "false") boolean unanswered,
      @RequestParam(defaultValue = "") String consenting, @RequestParam(defaultValue = "0") int perMinute) {
    CampaignId id = require(account, deal, campaign).id();
    try {
      Plan.Segment segment = new Plan.Segment(unanswered,
          Optional.of(consenting).filter(code -> !code.isEmpty()).map(Purpose::new), Optional.empty());
      return back(deal,
          campaigns.plan(account, id, new Plan(segment, channel, perMinute))
              ? "done=informing.planned"
              : "refused=informing.begun");
    } catch (IllegalArgumentException noPlan) {
      return back(deal, "refused=informing.plan");
    }
  }

  /** Everything that needs no more than a button. */
  enum Step {
    REHEARSE, START, PAUSE, CANCEL, FINISH, ANNOUNCED, STAY, GOT, AGAIN
  }

  @PostMapping("/deals/{deal}/notices/{campaign}/step")
  String step(@PathVariable UUID deal, @PathVariable UUID campaign, @RequestParam Step step,
      Account account) {
    CampaignId id = require(account, deal, campaign).id();
    boolean done = switch (step) {
      case REHEARSE -> campaigns.rehearse(account, id).isPresent();
      case START -> campaigns.start(account, id).isPresent();
      case PAUSE -> campaigns.pause(account, id);
      case CANCEL -> {
        campaigns.cancel(account, id);
        yield true;
      }
      case FINISH -> notices.finish(account.company(), id, account) == 0;
      case ANNOUNCED -> settle(account, id, Campaign.Undeliverable.ANNOUNCED);
      case STAY -> settle(account, id, Campaign.Undeliverable.STAY_BEHIND);
      case GOT -> campaigns.settleDoubt(account, id, true) >= 0;
      case AGAIN -> campaigns.settleDoubt(account, id, false) >= 0;
    };
    return back(deal,
        (done ? "done=informing." : "refused=informing.") + step.name().toLowerCase(Locale.ROOT));
  }

  private boolean settle(Account account, CampaignId id, Campaign.Undeliverable as) {
    notices.settle(account.company(), id, as, account);
    return true;
  }

  private Campaign require(Account account, UUID deal, UUID campaign) {
    CampaignsPage.require(assignments, account, deal);
    return notices.campaign(account.company(), new CampaignId(campaign))
        .filter(found -> found.deal().equals(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static NoticeText text(Language language, Map<String, String> all) {
    Map<NoticePart, String> parts = new EnumMap<>(NoticePart.class);
    for (NoticePart part : NoticePart.values()) {
      String given = all.getOrDefault(language.name().toLowerCase(Locale.ROOT) + "." + part.code(), "");
      if (!given.isBlank()) {
        parts.put(part, given.strip());
      }
    }
    return new NoticeText(language, parts);
  }

  private static String back(UUID deal, String what) {
    return "redirect:/deals/" + deal + "/notices?" + what;
  }
}
