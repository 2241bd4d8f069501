package io.safehand.core.custody;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.PreparedGroup;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.Sealing;
import io.safehand.core.vault.Vault;
import io.safehand.core.vault.tree.KeyPlace;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Destroys people's keys so that no copy of any page, backup or log opens their records again; or, where law orders
 * something kept, destroys everything else and keeps that apart (封存).
 *
 * <p>Whoever is kept gets a new key for what stays, and the old one is destroyed like any other. Returns when the old
 * root is erased, so that KEYS is DONE, or names the copies that could not confirm. Search tags are gone from the
 * database at once; old copies of them stop giving values back when the index epoch is erased.
 */
public final class Shredding {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final Clock clock;
  private final SecureRandom source;
  private final Randomness random;
  private final Vault vault;

  public Shredding(CompanyKeys keys, CustodyStore store, Clock clock, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.clock = clock;
    this.source = random;
    this.random = new Randomness(random);
    this.vault = new Vault(this.random);
  }

  /**
   * Carries the orders out in one erasure. People who are not there are counted, not an error; of two orders for one
   * person the first counts. A record whose key is not where it should be is {@link KeyMissing}, and nothing is done.
   */
  public synchronized Shredded shred(List<Order> orders, Errand errand) {
    Map<PersonId, Order> each = new LinkedHashMap<>();
    orders.forEach(order -> each.putIfAbsent(order.person(), order));
    Outcome outcome = new Outcome();
    Eraser.Erased erased = keys.erase(custody -> work(custody, each.values(), errand, outcome));
    return new Shredded(outcome.gone.size(), outcome.kept.size(), outcome.absent, erased.unconfirmed());
  }

  private Eraser.Work work(Custody custody, Collection<Order> orders, Errand errand, Outcome outcome) {
    outcome.clear();
    List<KeyPlace> places = new ArrayList<>(orders.size());
    List<SealedRecord> toKeep = new ArrayList<>();
    List<Set<GroupName>> groups = new ArrayList<>();
    for (Order order : orders) {
      Optional<SealedRecord> found = order.known().or(() -> custody.records().find(order.person()));
      if (found.isEmpty()) {
        outcome.absent++;
        continue;
      }
      SealedRecord record = found.get();
      places.add(new KeyPlace(record.slot(), record.person(), record.key()));
      if (order.keep().isEmpty()) {
        outcome.gone.add(record.person());
      } else {
        toKeep.add(record);
        groups.add(order.keep());
      }
    }
    List<WrittenPages> written = keep(custody, toKeep, groups, outcome);
    custody.records().remove(outcome.gone);
    write(custody, errand, outcome);
    return new Eraser.Work(places, Set.of(), written);
  }

  /** Seals what law keeps under new keys, in leaves of their own; the tags of kept people go. */
  private List<WrittenPages> keep(Custody custody, List<SealedRecord> records, List<Set<GroupName>> groups,
      Outcome outcome) {
    if (records.isEmpty()) {
      return List.of();
    }
    int firstLeaf = custody.trees().takeLeaves(keys.tree(), SealedBatch.leavesFor(records.size()));
    List<KeyEntry> fresh = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      SealedRecord record = records.get(i);
      outcome.kept.add(restrict(custody, record, groups.get(i), SealedBatch.slot(firstLeaf, i), fresh));
    }
    WrittenPages written = keys.append(custody, firstLeaf, fresh);
    fresh.forEach(KeyEntry::close);
    custody.records().replace(outcome.kept);
    return List.of(written);
  }

  private SealedRecord restrict(Custody custody, SealedRecord record, Set<GroupName> keep, int slot,
      List<KeyEntry> fresh) {
    try (PersonKey old = keys.find(custody, record); PersonKey key = PersonKey.draw(random)) {
      fresh.add(KeyEntry.of(record.person(), key));
      Sealing sealing = vault.record(key, record.person(), record.record());
      ByteArrayOutputStream groups = new ByteArrayOutputStream();
      for (SealedGroup sealed : RecordOpening.groups(record)) {
        if (keep.contains(sealed.group())) {
          byte[] clear = RecordOpening.open(vault, old, record, sealed);
          groups.writeBytes(sealing.seal(new PreparedGroup(sealed.group(), sealed.suite(), sealed.version()),
              clear)
              .toBytes());
          Arrays.fill(clear, (byte) 0);
        }
      }
      byte[] ledgerKey = vault.openLedgerKey(OpeningAct.TOKEN, old, record.person(), record.ledgerKey());
      byte[] sealedKey = vault.sealLedgerKey(key, record.person(), ledgerKey);
      Arrays.fill(ledgerKey, (byte) 0);
      return new SealedRecord(record.person(), record.record(), key.id(), slot, sealedKey, groups
          .toByteArray(),
          record.facts().restrictedToKept());
    }
  }

  private void write(Custody custody, Errand errand, Outcome outcome) {
    if (!outcome.gone.isEmpty()) {
      custody.ledger().write(errand.line(LineNonce.random(source), clock.instant(), Act.SHRED,
          Json.object().with("people", outcome.gone.size())));
    }
    if (!outcome.kept.isEmpty()) {
      custody.ledger().write(errand.line(LineNonce.random(source), clock.instant(), Act.RETAIN,
          Json.object().with("people", outcome.kept.size())));
    }
  }

  /**
   * Erases the index key that old tags were made with, after everybody who stays was tagged anew. After this no old
   * copy of the tags gives a value back: TAGS is DONE. An epoch that is gone is no error; the one in use is refused.
   */
  public synchronized List<String> eraseTags(long epoch, Errand errand) {
    if (epoch == keys.epoch()) {
      throw new IllegalArgumentException("this index epoch is in use; tag everybody anew first");
    }
    boolean living = keys.index().epochs().contains(epoch);
    List<String> unconfirmed = keys.erase(custody -> {
      custody.records().removeTags(epoch);
      if (living) {
        custody.ledger().write(errand.line(LineNonce.random(source), clock.instant(), Act.TAGS_ERASED,
            Json.object().with("epoch", epoch)));
      }
      return new Eraser.Work(List.of(), Set.of(epoch), List.of());
    }).unconfirmed();
    keys.index().forget(epoch);
    return unconfirmed;
  }

  /**
   * What to do with one person.
   *
   * @param known the record, if the caller has it from the same moment
   * @param keep the groups that law orders kept; empty destroys everything
   */
  public record Order(PersonId person, Optional<SealedRecord> known, Set<GroupName> keep) {
    public static Order destroy(PersonId person) {
      return new Order(person, Optional.empty(), Set.of());
    }
  }

  /** @param unconfirmed copies of the old root that could not be erased; empty means that KEYS is DONE */
  public record Shredded(int destroyed, int kept, int absent, List<String> unconfirmed) {}

  private static final class Outcome {
    private final List<PersonId> gone = new ArrayList<>();
    private final List<SealedRecord> kept = new ArrayList<>();
    private int absent;

    void clear() {
      gone.clear();
      kept.clear();
      absent = 0;
    }
  }
}
