package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.RecordFacts;
import io.safehand.core.custody.keys.OpenedKeys;

import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.handover.moved.Keeping;
import io.safehand.core.handover.moved.MovedGroup;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.MovedRecord;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.GroupName;
import io.safehand.core.rules.Move;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.rules.TransferRules;
import io.safehand.core.rules.TransferTerms;
import io.safehand.core.vault.DataKey;
import io.safehand.core.vault.GroupKey;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Packs exactly the people and groups that the rules let go: ciphertext as it is, and only the keys that open it.
 *
 * <p>The decision is taken anew for everybody while packing, from consent, standing and answers as they are then;
 * no group is opened, and a changed fact of anybody's record is {@link io.safehand.core.vault.ForgedRecord}. What the package says becomes final only with its release.
 */
public final class HandingOver {
  /** Leaf pages read in one transaction: 8,192 people at most. */
  private static final int LEAVES_PER_STEP = 128;

  private final CompanyKeys keys;
  private final CustodyStore store;
  private final PeopleFacts people;
  private final TransferRules rules;
  private final List<GroupName> groups;
  private final Clock clock;
  private final ZoneId zone;
  private final SecureRandom random;
  private final Vault vault;

  public HandingOver(CompanyKeys keys, CustodyStore store, PeopleFacts people, Inventory inventory,
      TransferTerms terms, Clock clock, ZoneId zone, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.people = people;
    this.rules = new TransferRules(inventory, terms);
    this.groups = inventory.groups();
    this.clock = clock;
    this.zone = zone;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
  }

  /** Adds everybody to the package, moved or excluded, and returns how many there are. */
  public Packed pack(PackageWriter writer, LongConsumer progress) throws IOException {
    SortedMap<String, Long> excluded = new TreeMap<>();
    long live = 0;
    int end = store.together(custody -> custody.trees().state(keys.tree()).nextLeaf());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    try (vault) {
      for (int leaf = 0; leaf < end; leaf += LEAVES_PER_STEP) {
        live += pack(leaf, Math.min(LEAVES_PER_STEP, end - leaf), today, writer, excluded);
        progress.accept(live);
      }
    }
    return new Packed(live, writer.moved(), excluded);
  }

  private long pack(int firstLeaf, int leaves, LocalDate today, PackageWriter writer,
      SortedMap<String, Long> excluded) {
    return store.inSnapshot(custody -> {
      List<SealedRecord> records = custody.records().inLeaves(firstLeaf, leaves);
      List<PersonFacts> facts = people.of(records);
      try (OpenedKeys opened = keys.inLeaves(custody, firstLeaf, leaves)) {
        for (int i = 0; i < records.size(); i++) {
          SealedRecord record = records.get(i);
          List<SealedGroup> held = RecordOpening.groups(record);
          try (PersonKey key = opened.key(record)) {
            RecordOpening.requireFacts(vault, key, record);
            switch (rules.decide(names(held), facts.get(i), today)) {
              case Move.Moved moved -> move(record, held, moved.groups(), facts.get(i), key, writer);
              case Move.Excluded stays -> exclude(record, stays.reason().code(), writer, excluded);
            }
          }
        }
        return (long) records.size();
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    });
  }

  private static Set<GroupName> names(List<SealedGroup> held) {
    Set<GroupName> names = new LinkedHashSet<>();
    held.forEach(group -> names.add(group.group()));
    return names;
  }

  private void move(SealedRecord record, List<SealedGroup> held, Set<GroupName> permitted, PersonFacts facts,
      PersonKey key, PackageWriter writer) throws IOException {
    List<MovedGroup> moved = new ArrayList<>(permitted.size());
    List<SealedGroup> travelling = held.stream().filter(group -> permitted.contains(group.group())).toList();
    for (SealedGroup group : travelling) {
      moved.add(new MovedGroup(group.group(), group.suite().number(), group.toBytes()));
    }
    MovedPerson person = new MovedPerson(record.person(), record.key(), List.of(moved(record, moved)));
    List<KeyEntry> entries = travelling.size() == held.size()
        ? List.of(dataKey(record, key))
        : travelling.stream().map(group -> groupKey(record, group, key)).toList();
    try {
      writer.add(person, entries);
      answers(record, facts, writer);
    } finally {
      entries.forEach(KeyEntry::close);
    }
  }

  private static MovedRecord moved(SealedRecord record, List<MovedGroup> groups) {
    RecordFacts facts = record.facts();
    SortedMap<String, String> attributes = new TreeMap<>();
    attributes.put("kind", facts.kind().name());
    attributes.put("minor", Boolean.toString(facts.minor()));
    return new MovedRecord(record.record(), facts.activeOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
        facts.kept().map(kept -> new Keeping(kept.rule(), kept.until())), facts.restricted(), attributes,
        groups);
  }

  private KeyEntry dataKey(SealedRecord record, PersonKey key) {
    try (DataKey data = vault.dataKey(key)) {
      return KeyEntry.of(record.person(), data);
    }
  }

  private KeyEntry groupKey(SealedRecord record, SealedGroup group, PersonKey key) {
    try (DataKey data = vault.dataKey(key);
        GroupKey own = vault.groupKey(data, group.suite(), group.group())) {
      return KeyEntry.of(record.person(), own, groups.indexOf(group.group()));
    }
  }

  private static void answers(SealedRecord record, PersonFacts facts, PackageWriter writer)
      throws IOException {
    for (Map.Entry<Purpose, StandingAnswer> answer : new TreeMap<>(facts.answers()).entrySet()) {
      writer.consent(new ConsentLine(record.person(), answer.getKey(), answer.getValue()).json());
    }
  }

  private void exclude(SealedRecord record, String reason, PackageWriter writer,
      SortedMap<String, Long> excluded) {
    byte[] salt = new byte[ExclusionCommitment.SALT_BYTES];
    random.nextBytes(salt);
    writer.exclude(ExclusionCommitment.to(salt, record.person(), reason), reason);
    excluded.merge(reason, 1L, Long::sum);
  }

  /** How many people there were, how many are in the package, and why the others are not. */
  public record Packed(long live, long moved, SortedMap<String, Long> excluded) {}
}
