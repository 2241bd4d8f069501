package io.safehand.server.custody.retention;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Destroys what a company may not hold any more, and keeps apart what law orders kept until the end of a day. Holds are respected: who is
 * under one with the effect KEEP stays as he is. May be used by many threads.
 */
@Component
public final class Destruction {
  private final Storage storage;
  private final DestructionRows rows;
  private final Vaults vaults;
  private final Inventories inventories;
  private final Standing standing;
  private final Facts facts;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;

  Destruction(Storage storage, DestructionRows rows, Vaults vaults, Inventories inventories,
      Standing standing, Facts facts, Clock clock, ZoneId zone, SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.vaults = vaults;
    this.inventories = inventories;
    this.standing = standing;
    this.facts = facts;
    this.clock = clock;
    this.zone = zone;
    this.random = random;
  }

  /** What was destroyed after this deal, if it was. */
  public Optional<Destroyed> after(CompanyId company, UUID deal) {
    return storage.in(company, () -> rows.find(company, deal));
  }

  /**
   * Destroys everything a company holds, but for what law orders kept and what a hold keeps, and writes down what it was
   * in the same transaction. Holds placed meanwhile wait until it is done.
   *
   * @param deal the deal after which it is done, once
   * @param decided uses up, in that transaction, the decision of two people; throws where there is none
   * @return copies of the root that could not confirm that it is erased
   */
  public List<String> destroyEverything(CompanyId company, UUID deal, Account by, String decision,
      Runnable decided) {
    Inventory inventory = inventories.current(company);
    long before = vaults.population(company).live();
    Remaining remaining = new Remaining();
    return new Shredding(vaults.of(company), vaults.store(company), clock, random)
        .shredEverybody(page -> fates(company, inventory, page, remaining),
            new Errand(by.who(), "destruction", decision, deal.toString()), commitments -> {
              decided.run();
              rows.add(company, deal, new Destroyed(decision, by.who(), before, commitments, remaining.kept(),
                  remaining.held(), clock.instant()));
            })
        .unconfirmed();
  }

  private Map<PersonId, Set<GroupName>> fates(CompanyId company, Inventory inventory, List<SealedRecord> page,
      Remaining remaining) {
    facts.keepStill(company);
    if (standing.ask(company, Hold.Effect.KEEP, Subject.of(company)).isPresent()) {
      throw new IllegalStateException("a hold forbids destruction in this company");
    }
    Set<PersonId> held = standing.heldAmong(company, Hold.Effect.KEEP,
        page.stream().map(SealedRecord::person).toList());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Map<PersonId, Set<GroupName>> fates = HashMap.newHashMap(page.size());
    for (SealedRecord record : page) {
      Optional<Kept> rule = record.facts().kept().filter(kept -> !kept.until().isBefore(today));
      if (held.contains(record.person())) {
        remaining.hold();
      } else {
        rule.ifPresent(remaining::keep);
        fates.put(record.person(), rule.map(ordered -> groups(inventory, ordered)).orElse(Set.of()));
      }
    }
    return fates;
  }

  private static Set<GroupName> groups(Inventory inventory, Kept kept) {
    return inventory.keeps()
        .stream()
        .filter(rule -> rule.code().equals(kept.rule()))
        .flatMap(rule -> rule.groups().stream())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
