package io.safehand.server.site.demo;

import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import io.safehand.server.deal.deals.Advance;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Proposal;
import io.safehand.server.start.SettableClock;
import java.time.Duration;

/** The deal on its way from stage to stage, while time passes. */
final class Walk {
  private final Scene scene;
  private final Cast seller;
  private final DealId deal;

  private Walk(Scene scene, DealId deal) {
    this.scene = scene;
    this.seller = scene.seller();
    this.deal = deal;
  }

  /** Opens the deal; the parties choose that whoever objects stays behind. */
  static Walk begin(Scene scene) {
    DealType type = scene.settings().isMerger() ? DealType.MERGER_DIVISION : DealType.EQUITY;
    DealTerms terms = DealTerms.of(type, "Spring Rain", scene.seller().company(), scene.buyer().company())
        .excludingObjectors();
    DealId deal = scene.doors().deals().open(terms.seller(), terms, scene.seller().manager());
    scene.seller().letKnow(scene.doors().assignments(), deal);
    return new Walk(scene, deal);
  }

  DealId deal() {
    return deal;
  }

  void goOnTo(Stage stage) {
    while (scene.doors().deals().stage(seller.company(), deal) != stage) {
      goOn();
    }
  }

  /** One stage on: by approval when every gate passes, else by the recorded override of two. */
  void goOn() {
    Proposal proposal = scene.doors().deals().propose(seller.company(), deal, seller.manager());
    if (proposal.needsOverride()) {
      override(seller.officer(), proposal);
      override(seller.lawyer(), proposal);
    } else {
      approve(seller.officer(), proposal.matter(), proposal.sha256());
    }
    Advance advance = scene.doors()
        .deals()
        .advance(seller.company(), deal, proposal.matter(), seller.manager());
    if (!(advance instanceof Advance.Moved moved)) {
      throw new StepFailed("the deal did not go on: " + advance);
    }
    tell(moved);
    later(Duration.ofDays(2));
  }

  private void tell(Advance.Moved moved) {
    String to = scene.telling().stage(moved.to());
    if (moved.overridden() > 0) {
      scene.telling().say("step.stage.overridden", to, Scene.count(moved.overridden()));
    } else {
      scene.telling().say("step.stage.passed", to);
    }
  }

  private void override(Account by, Proposal proposal) {
    counted(scene.doors().decisions().override(by, proposal.matter(), proposal.sha256(), "gate.not-built"));
  }

  void approve(Account by, MatterId matter, String hash) {
    counted(scene.doors().decisions().approve(by, matter, hash));
  }

  private static void counted(Verdict verdict) {
    if (!(verdict instanceof Verdict.Counted)) {
      throw new StepFailed("a vote does not count: " + verdict);
    }
  }

  void later(Duration by) {
    if (scene.doors().clock() instanceof SettableClock clock) {
      clock.advance(by);
    }
  }

  /** The last papers carry the real time, so that what is shown afterwards is true. */
  void untilNow() {
    if (scene.doors().clock() instanceof SettableClock clock) {
      clock.followReal();
    }
  }
}
