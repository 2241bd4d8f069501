package io.safehand.server.custody.disclosure;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In which capacity an account asks, and whether something holds it back, as of now. */
@Component
final class Askers {
  private final Access access;
  private final Standing standing;
  private final Optional<DealStages> stages;

  Askers(Access access, Standing standing, Optional<DealStages> stages) {
    this.access = access;
    this.standing = standing;
    this.stages = stages;
  }

  Asking asking(CompanyId company, Account by, Purpose purpose, Optional<UUID> deal) {
    Audience audience = audience(company, by);
    Optional<DealStages.Standpoint> standpoint = deal.map(id -> stages.orElseThrow().of(company, id));
    boolean held = standpoint.map(DealStages.Standpoint::paused).orElse(false) || isHeld(company, by, deal);
    return new Asking(audience, purpose, standpoint.map(DealStages.Standpoint::stage).orElse(Stage.NONE),
        held);
  }

  /** @throws NotAllowed when the account has no role that sees customers of this company */
  Audience audience(CompanyId company, Account by) {
    if (!by.company().equals(company)) {
      throw new NotAllowed();
    }
    Account now = access.account(company, by.id()).orElseThrow(NotAllowed::new).within(by.within());
    if (now.has(Role.SELLER_OFFICER) || now.has(Role.BUYER_OFFICER)) {
      return Audience.OFFICER;
    }
    if (now.has(Role.SELLER_LAWYER)) {
      return Audience.LAWYER;
    }
    if (now.has(Role.STAFF)) {
      return Audience.STAFF;
    }
    throw new NotAllowed();
  }

  private boolean isHeld(CompanyId company, Account by, Optional<UUID> deal) {
    Subject[] subjects = deal.isPresent()
        ? new Subject[]{Subject.of(by.id()), Subject.of(company), Subject.deal(deal.get())}
        : new Subject[]{Subject.of(by.id()), Subject.of(company)};
    return standing.ask(company, Hold.Effect.FREEZE, subjects).isPresent();
  }
}
