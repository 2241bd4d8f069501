package io.safehand.server.site.demo;

import static io.safehand.server.site.demo.Scene.count;
import static io.safehand.server.site.demo.Scene.require;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.Release;
import io.safehand.server.deal.deals.DealId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everybody is told of the transfer, and some answer. */
final class Informing {
  private static final int LEAVES_PER_STEP = 64;

  private final Scene scene;
  private final Cast seller;
  private final Notices notices;
  private long told;
  private long objected;
  private long consented;

  Informing(Scene scene) {
    this.scene = scene;
    this.seller = scene.seller();
    this.notices = scene.doors().notices();
  }

  void inform(DealId deal) {
    long start = System.nanoTime();
    CampaignId campaign = released(deal);
    int leaves = scene.doors().vaults().leaves(seller.company());
    for (int leaf = 0; leaf < leaves; leaf += LEAVES_PER_STEP) {
      inform(campaign, scene.people(leaf, LEAVES_PER_STEP));
      scene.telling().progress("progress.telling", told, scene.summary().count("imported"));
    }
    require(notices.finish(seller.company(), campaign, seller.officer()) == 0, "not everybody was told");
    scene.summary().count("notified", told);
    scene.summary().count("objected", objected);
    scene.summary().count("consented", consented);
    scene.step("notice", start, count(told), count(objected), count(consented));
  }

  private CampaignId released(DealId deal) {
    Instant until = scene.doors().clock().instant().plus(Duration.ofDays(15));
    CampaignId campaign = notices.draft(
        seller.company(), NoticeDraft.of(deal,
            scene.doors().deals().deal(seller.company(), deal).orElseThrow().terms().path(), until),
        seller.officer());
    if (notices.release(seller.company(), campaign, seller.lawyer()) instanceof Release.Refused refused) {
      throw new StepFailed("the notice lacks " + refused);
    }
    return campaign;
  }

  private void inform(CampaignId campaign, List<SealedRecord> page) {
    told += notices.deliver(seller.company(), campaign, share(page, 0, 100), seller.officer());
    objected += answer(campaign, share(page, 0, 3), TransferAnswer.OBJECTED, ConsentMethod.REFUSE);
    consented += answer(campaign, share(page, 3, 40), TransferAnswer.CONSENTED, ConsentMethod.ACCEPT);
  }

  /** People whose random id falls into this share of a hundred, so that answers differ without a value being read. */
  private static Set<PersonId> share(List<SealedRecord> page, int from, int to) {
    Set<PersonId> ids = new HashSet<>();
    for (SealedRecord record : page) {
      long share = Long.remainderUnsigned(record.person().low(), 100);
      if (share >= from && share < to) {
        ids.add(record.person());
      }
    }
    return ids;
  }

  private long answer(CampaignId campaign, Set<PersonId> people, TransferAnswer answer,
      ConsentMethod method) {
    if (!people.isEmpty()) {
      notices.answer(seller.company(), campaign, people, answer, method, seller.officer());
    }
    return people.size();
  }
}
