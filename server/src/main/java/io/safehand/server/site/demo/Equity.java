package io.safehand.server.site.demo;

import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.deal.deals.ChangeOfControl;
import io.safehand.server.deal.deals.ControlChanges;
import io.safehand.server.deal.handover.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A transfer of equity from signing on: the data stays where it is, and control of the company changes. */
final class Equity {
  private final Scene scene;
  private final Walk walk;
  private final Cast seller;

  Equity(Scene scene, Walk walk) {
    this.scene = scene;
    this.walk = walk;
    this.seller = scene.seller();
  }

  Ending.Papers tell() {
    walk.goOn();
    walk.later(Duration.ofDays(16));
    walk.goOn();
    changeControl();
    walk.goOn();
    walk.goOn();
    long staying = scene.doors().vaults().population(seller.company()).live();
    Scene.require(staying == scene.summary().count("imported"), "somebody's data did not stay");
    scene.summary().count("retained", staying);
    return new Ending.Papers(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void changeControl() {
    ChangeOfControl change = new ChangeOfControl(Set.of(seller.administrator().id()),
        List.of(new ChangeOfControl.Appointment("yunqi-administrator", Role.ADMINISTRATOR)));
    ControlChanges controlChanges = scene.doors().controlChanges();
    MatterId matter = controlChanges.propose(seller.company(), walk.deal(), change, seller.administrator());
    walk.approve(seller.security(), matter, controlChanges.hash(walk.deal(), change));
    controlChanges.change(seller.company(), walk.deal(), matter, seller.administrator());
    scene.telling().say("step.control");
  }
}
