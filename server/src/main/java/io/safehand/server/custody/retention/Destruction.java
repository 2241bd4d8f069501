package io.safehand.server.custody.retention;

import io.safehand.core.custody.CompanyKeys;
import io.safehand.core.custody.Errand;
import io.safehand.core.custody.Kept;
import io.safehand.core.custody.SealedRecord;
import io.safehand.core.custody.Shredding;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Destroys what a company may not hold any more, and keeps apart what law orders kept. Holds are respected: who is
 * under one with the effect KEEP stays as he is. May be used by many threads.
 */
@Component
public final class Destruction {
  private final Vaults vaults;
  private final Inventories inventories;
  private final Standing standing;
  private final Clock clock;
  private final SecureRandom random;

  Destruction(Vaults vaults, Inventories inventories, Standing standing, Clock clock, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.standing = standing;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Destroys everything a company holds, but for what law orders kept and what a hold keeps. The caller has the
   * decision of two people.
   *
   * @param deal the deal after which it is done
   */
  public Result destroyEverything(CompanyId company, Account by, String decision, String deal) {
    if (standing.ask(company, Hold.Effect.KEEP, Subject.of(company)).isPresent()) {
      throw new IllegalStateException("a hold forbids destruction in this company");
    }
    Inventory inventory = inventories.current(company);
    SortedMap<Kept, Long> kept = new TreeMap<>(Comparator.comparing(Kept::rule).thenComparing(Kept::until));
    AtomicLong held = new AtomicLong();
    CompanyKeys keys = vaults.of(company);
    Shredding.Shredded shredded = new Shredding(keys, vaults.store(company), clock, random)
        .shredEverybody(page -> fates(company, inventory, page, kept, held),
            new Errand(by.who(), "destruction", decision, deal));
    return new Result(shredded, kept, held.get());
  }

  private Map<PersonId, Set<GroupName>> fates(CompanyId company, Inventory inventory, List<SealedRecord> page,
      SortedMap<Kept, Long> kept, AtomicLong staying) {
    Set<PersonId> held = standing.heldAmong(company, Hold.Effect.KEEP, page.stream()
        .map(SealedRecord::person)
        .toList());
    Map<PersonId, Set<GroupName>> fates = HashMap.newHashMap(page.size());
    for (SealedRecord record : page) {
      Optional<Kept> rule = record.facts().kept();
      if (held.contains(record.person())) {
        staying.incrementAndGet();
      } else {
        rule.ifPresent(ordered -> kept.merge(ordered, 1L, Long::sum));
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

  /**
   * What was destroyed, and what was not.
   *
   * @param kept how many people law orders kept, by rule and last day
   * @param held how many a hold keeps as they are
   */
  public record Result(Shredding.Shredded shredded, SortedMap<Kept, Long> kept, long held) {
    /** How many people are kept, whatever the reason. */
    public long retained() {
      return held + kept.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
