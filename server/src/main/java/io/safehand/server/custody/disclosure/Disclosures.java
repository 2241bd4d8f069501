package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.Disclosing;
import io.safehand.core.custody.PeopleFacts;
import io.safehand.core.custody.SearchAnswer;
import io.safehand.core.custody.Searching;
import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Asking;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
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
  private final Askers askers;
  private final Sights sights;
  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  Disclosures(Vaults vaults, Inventories inventories, Consents consents, Standing standing, Askers askers,
      Sights sights, Ledger ledger, Clock clock, ZoneId zone, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.consents = consents;
    this.standing = standing;
    this.askers = askers;
    this.sights = sights;
    this.ledger = ledger;
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
   * @throws UnknownPerson when there is no such person, or not any more; that somebody asked is written
   */
  public View disclose(CompanyId company, Account by, PersonId person, Purpose purpose, String matter,
      Optional<UUID> deal) {
    Asking asking = askers.asking(company, by, purpose, deal);
    Errand errand = new Errand(by.who(), purpose.code(), matter, deal.map(UUID::toString).orElse(""));
    return disclose(company, person, inventories.current(company).fields(), asking, errand);
  }

  /** The same of a few fields, none of them in full. */
  View glimpse(Account by, PersonId person, List<FieldRule> fields, Purpose purpose, String matter) {
    Asking asking = askers.asking(by.company(), by, purpose, Optional.empty()).masked();
    return disclose(by.company(), person, fields, asking, new Errand(by.who(), purpose.code(), matter, ""));
  }

  /** Finds people by the exact value of a searchable field, for everyday business. */
  SearchAnswer search(Account by, Question question) {
    CompanyId company = by.company();
    Asking asking = askers.asking(company, by, question.purpose(), Optional.empty());
    return new Searching(vaults.of(company), vaults.store(company), facts(company),
        inventories.current(company), clock, zone, random)
        .search(question.field(), question.value(), Searching.MOST, asking, question.errand(by));
  }

  /** What the rules need to know about people, outside a transfer. */
  public PeopleFacts facts(CompanyId company) {
    return new PresentFacts(company, consents, standing);
  }

  private View disclose(CompanyId company, PersonId person, List<FieldRule> fields, Asking asking,
      Errand errand) {
    Inventory inventory = inventories.current(company);
    CustodyStore store = new SightStore(vaults.store(company), line -> sights.add(company, person, line));
    try {
      return new Disclosing(vaults.of(company), store, facts(company), inventory, clock, zone, random)
          .disclose(person, fields, asking, errand);
    } catch (UnknownPerson nobody) {
      refused(company, errand);
      throw nobody;
    }
  }

  /** Writes that somebody asked for a person who is not there, or not theirs to ask for. */
  void refused(CompanyId company, Errand errand) {
    ledger.write(company,
        ledger.line(errand.who(), Act.DISCLOSE_REFUSED)
            .forPurpose(errand.purpose())
            .inCase(errand.matter())
            .inDeal(errand.deal())
            .with(Json.object().with("refused", "person.unknown")));
  }
}
