package io.safehand.server.site.demo;

import static io.safehand.server.site.demo.Scene.count;
import static io.safehand.server.site.demo.Scene.require;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.runs.Run;
import io.safehand.server.custody.notices.Campaign;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Campaigns;
import io.safehand.server.custody.notices.Delivery;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.Release;
import io.safehand.server.deal.deals.DealId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The notice really goes out, into the sink; who has no address is told by hand; some people answer by their links. */
final class Informing {
  private static final int AT_ONCE = 1_000;
  private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

  private final Scene scene;
  private final CompanyId company;
  private final Account officer;
  private final Notices notices;
  private final Campaigns campaigns;

  Informing(Scene scene) {
    this.scene = scene;
    this.company = scene.seller().company();
    this.officer = scene.seller().officer();
    this.notices = scene.doors().notices();
    this.campaigns = scene.doors().campaigns();
  }

  void inform(DealId deal) throws Exception {
    long start = System.nanoTime();
    require(scene.doors().posts().isSink(), "letters would leave this machine");
    CampaignId campaign = released(deal);
    try (Recipients recipients = new Recipients(scene.doors().sink())) {
      send(campaign);
      byHand(campaign);
      Recipients.Answers answers = recipients.answer();
      Campaign told = notices.campaign(company, campaign).orElseThrow();
      require(told.objected() == answers.objected(), "an answer was lost");
      require(notices.finish(company, campaign, officer) == 0, "not everybody was told");
      scene.summary().count("notified", told.reached());
      scene.summary().count("letters", recipients.letters());
      scene.summary().count("objected", told.objected());
      scene.summary().count("consented", told.consented());
      scene.step("notice", start, count(told.reached()), count(recipients.letters()), count(answers.read()),
          count(told.objected()));
    }
  }

  private CampaignId released(DealId deal) {
    Instant until = scene.doors().clock().instant().plus(Duration.ofDays(15));
    CampaignId campaign = notices.draft(company,
        NoticeDraft.of(deal, scene.doors().deals().deal(company, deal).orElseThrow().terms().path(), until),
        officer);
    if (notices.release(company, campaign, scene.seller().lawyer()) instanceof Release.Refused refused) {
      throw new StepFailed("the notice lacks " + refused);
    }
    return campaign;
  }

  private void send(CampaignId campaign) {
    UUID id = campaigns.start(officer, campaign).orElseThrow();
    Run run = run(id);
    while (!run.state().isOver()) {
      require(!Thread.currentThread().isInterrupted(), "stopped");
      scene.telling().progress("progress.telling", run.done(), run.total());
      LockSupport.parkNanos(LOOK);
      run = run(id);
    }
    require(run.state() == Run.State.DONE, "the notice did not go out: " + run.problem());
  }

  private Run run(UUID id) {
    return scene.doors().runs().find(company, id).orElseThrow();
  }

  /** Staff tell who has no address that may be used, and say so person by person. */
  private void byHand(CampaignId campaign) {
    List<PersonId> page = waiting(campaign);
    while (!page.isEmpty()) {
      notices.deliver(company, campaign, new HashSet<>(page), officer);
      page = waiting(campaign);
    }
  }

  private List<PersonId> waiting(CampaignId campaign) {
    return campaigns.people(company, campaign, Delivery.BY_HAND, Optional.empty(), AT_ONCE);
  }
}
