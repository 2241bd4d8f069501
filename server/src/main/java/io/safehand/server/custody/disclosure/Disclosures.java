package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.Disclosing;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.PeopleFacts;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Asking;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Shows customers' records: every field in the form the rules permit, or withheld with the reason.
 *
 * <p>Consent, standing and the stage of the deal are read anew for each call. May be used by many threads.
 */
@Component
public final class Disclosures {
  private final Vaults vaults;
  private final Inventories inventories;
  private final Consents consents;
  private final Standing standing;
  private final Access access;
  private final Optional<DealStages> stages;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  Disclosures(Vaults vaults, Inventories inventories, Consents consents, Standing standing, Access access,
      Optional<DealStages> stages, Clock clock, ZoneId zone, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.consents = consents;
    this.standing = standing;
    this.access = access;
    this.stages = stages;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  /**
   * What this account may see of one person for this purpose.
   *
   * @param matter the case or request that asked for it
   * @param deal the deal it is done for; empty in everyday business
   * @throws NotAllowed when the account has no role that sees customers
   */
  public View disclose(CompanyId company, Account by, PersonId person, Purpose purpose, String matter,
      Optional<UUID> deal) {
    Audience audience = audience(company, by);
    Optional<DealStages.Standpoint> standpoint = deal.map(id -> stages.orElseThrow().of(company, id));
    boolean held = standpoint.map(DealStages.Standpoint::paused).orElse(false) || isHeld(company, by, deal);
    Asking asking = new Asking(audience, purpose,
        standpoint.map(DealStages.Standpoint::stage).orElse(Stage.NONE), held);
    return new Disclosing(vaults.of(company), vaults.store(company), facts(company),
        inventories.current(company), clock, zone, random).disclose(person, asking,
            new Errand(by.who(), purpose.code(), matter, deal.map(UUID::toString).orElse("")));
  }

  /** What the rules need to know about people, outside a transfer. */
  public PeopleFacts facts(CompanyId company) {
    return new PresentFacts(company, consents, standing);
  }

  private boolean isHeld(CompanyId company, Account by, Optional<UUID> deal) {
    Subject[] subjects = deal.isPresent()
        ? new Subject[]{Subject.of(by.id()), Subject.of(company), Subject.deal(deal.get())}
        : new Subject[]{Subject.of(by.id()), Subject.of(company)};
    return standing.ask(company, Hold.Effect.FREEZE, subjects).isPresent();
  }

  private Audience audience(CompanyId company, Account by) {
    if (!by.company().equals(company)) {
      throw new NotAllowed();
    }
    Account now = access.account(company, by.id()).orElseThrow(NotAllowed::new);
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
}
