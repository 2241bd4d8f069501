package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.keys.Eraser;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.RecordFacts;
import io.safehand.core.custody.keys.OpenedKeys;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.ExclusionCommitment;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Destroys people's keys so that no copy of any page, backup or log opens their records again; or, where law orders
 * something kept, destroys everything else and keeps that apart (封存).
 *
 * <p>Whoever is kept gets a new key for what stays, and the old one is destroyed like any other. Returns when the old
 * root is erased, so that KEYS is DONE, or names the copies that could not confirm. Search tags are gone from the
 * database at once; old copies of them stop giving values back when the index epoch is erased.
 *
 * <p>No key goes before it was seen to be the key of everything in its record: a row that holds another's groups, key
 * id or slot is {@link io.safehand.core.vault.ForgedRecord} or {@link KeyMissing}, and nothing at all is done.
 */
public final class Shredding {
  private static final String DESTROYED = "destroyed";
  private static final int LEAVES_PER_STEP = 64;
  private static final int ORDERS_PER_STEP = 4096;

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
   * person the first counts.
   */
  public synchronized Shredded shred(List<Order> orders, Errand errand) {
    Map<PersonId, Order> each = new LinkedHashMap<>();
    orders.forEach(order -> each.putIfAbsent(order.person(), order));
    return shred(errand, commitments -> {}, (custody, outcome) -> {
      List<Order> all = List.copyOf(each.values());
      for (int from = 0; from < all.size(); from += ORDERS_PER_STEP) {
        shred(custody, all.subList(from, Math.min(from + ORDERS_PER_STEP, all.size())), outcome);
      }
    });
  }

  /**
   * Carries one decision out about everybody, in one erasure: every key of the tree goes but those of people who stay or
   * are kept. A key whose row is missing is destroyed and counted with the others; one whose row says that it lies
   * elsewhere is {@link KeyMissing}.
   *
   * @param keep of a page of people, the groups that law orders kept; no group destroys everything, and who is absent
   *     stays as he is
   * @param within told in the transaction of the erasure what it comes to; what it writes is durable with the erasure, and
   *     what it throws stops everything
   */
  public synchronized Shredded shredEverybody(
      Function<List<SealedRecord>, Map<PersonId, Set<GroupName>>> keep, Errand errand,
      Consumer<CommitmentList> within) {
    return shred(errand, within, (custody, outcome) -> {
      int leaves = custody.trees().state(keys.tree()).nextLeaf();
      for (int leaf = 0; leaf < leaves; leaf += LEAVES_PER_STEP) {
        int count = Math.min(LEAVES_PER_STEP, leaves - leaf); // behind them lie those who are kept already
        List<SealedRecord> page = custody.records().inLeaves(leaf, count);
        Map<PersonId, Set<GroupName>> fates = keep.apply(page);
        try (OpenedKeys opened = keys.inLeaves(custody, leaf, count)) {
          shred(custody, page, fates, opened, outcome);
          opened.without(page).forEach(place -> shredWithoutRow(custody, place, outcome));
        }
      }
    });
  }

  /** Whoever takes a row away saves no key: the row could come back. */
  private static void shredWithoutRow(Custody custody, KeyPlace place, ShreddingOutcome outcome) {
    if (custody.records().find(place.person()).isPresent()) {
      throw new KeyMissing(place.person());
    }
    outcome.destroy(place);
  }

  private Shredded shred(Errand errand, Consumer<CommitmentList> within,
      BiConsumer<Custody, ShreddingOutcome> work) {
    ShreddingOutcome outcome = new ShreddingOutcome();
    try (vault) {
      Eraser.Erased erased = keys.erase(custody -> {
        outcome.clear();
        work.accept(custody, outcome);
        Eraser.Work ordered = finish(custody, errand, outcome);
        within.accept(outcome.commitments());
        return ordered;
      });
      return new Shredded(outcome.gone.size(), outcome.kept, outcome.absent, erased.unconfirmed(),
          outcome.commitments());
    }
  }

  private void shred(Custody custody, List<Order> orders, ShreddingOutcome outcome) {
    List<SealedRecord> found = new ArrayList<>(orders.size());
    Map<PersonId, Set<GroupName>> fates = HashMap.newHashMap(orders.size());
    for (Order order : orders) {
      fates.put(order.person(), order.keep());
      order.known().or(() -> custody.records().find(order.person())).ifPresent(found::add);
    }
    outcome.absent += orders.size() - found.size();
    try (OpenedKeys opened = keys.find(custody, found)) {
      shred(custody, found, fates, opened, outcome);
    }
  }

  private void shred(Custody custody, List<SealedRecord> records, Map<PersonId, Set<GroupName>> fates,
      OpenedKeys opened, ShreddingOutcome outcome) {
    List<ShreddingOutcome.ToKeep> kept = new ArrayList<>();
    for (SealedRecord record : records) {
      Set<GroupName> keep = fates.get(record.person());
      if (keep != null) {
        try (PersonKey key = opened.key(record)) {
          RecordOpening.require(vault, key, record);
        }
        outcome.order(record, keep).ifPresent(kept::add);
      }
    }
    keep(custody, kept, opened, outcome);
  }

  private Eraser.Work finish(Custody custody, Errand errand, ShreddingOutcome outcome) {
    custody.records().remove(outcome.gone);
    outcome.gone.forEach(person -> outcome.committed.add(commitment(person)));
    write(custody, errand, outcome);
    return new Eraser.Work(outcome.places, Set.of(), outcome.written);
  }

  private ExclusionCommitment commitment(PersonId person) {
    byte[] salt = new byte[ExclusionCommitment.SALT_BYTES];
    random.fill(salt);
    return ExclusionCommitment.to(salt, person, DESTROYED);
  }

  /** Seals what law keeps under new keys, in leaves of their own; the tags of kept people go. */
  private void keep(Custody custody, List<ShreddingOutcome.ToKeep> all, OpenedKeys opened,
      ShreddingOutcome outcome) {
    if (all.isEmpty()) {
      return;
    }
    int firstLeaf = custody.trees().takeLeaves(keys.tree(), KeyTree.leavesFor(all.size()));
    List<KeyEntry> fresh = new ArrayList<>(all.size());
    List<SealedRecord> kept = new ArrayList<>(all.size());
    try {
      for (ShreddingOutcome.ToKeep one : all) {
        try (PersonKey old = opened.key(one.record())) {
          kept.add(restrict(one, old, KeyTree.slot(firstLeaf, kept.size()), fresh));
        }
      }
      outcome.written.add(keys.append(custody, firstLeaf, fresh));
    } finally {
      fresh.forEach(KeyEntry::close);
    }
    custody.records().replace(kept);
    outcome.kept += kept.size();
  }

  private SealedRecord restrict(ShreddingOutcome.ToKeep one, PersonKey old, int slot, List<KeyEntry> fresh) {
    SealedRecord record = one.record();
    try (PersonKey key = PersonKey.draw(random)) {
      fresh.add(KeyEntry.of(record.person(), key));
      byte[] ledgerKey = RecordOpening.ledgerKey(vault, old, record);
      RecordFacts facts = record.facts().restrictedToKept();
      byte[] sealedKey = vault.sealLedgerKey(key, record.person(), facts.bound(record.record()), ledgerKey);
      Arrays.fill(ledgerKey, (byte) 0);
      return new SealedRecord(record.person(), record.record(), key.id(), slot, sealedKey,
          sealedAgain(one, old, key), facts);
    }
  }

  private byte[] sealedAgain(ShreddingOutcome.ToKeep one, PersonKey old, PersonKey key) {
    SealedRecord record = one.record();
    Sealing sealing = vault.record(key, record.person(), record.record());
    ByteArrayOutputStream groups = new ByteArrayOutputStream();
    for (SealedGroup sealed : RecordOpening.groups(record)) {
      if (one.groups().contains(sealed.group())) {
        byte[] clear = RecordOpening.open(vault, old, record, sealed);
        PreparedGroup prepared = new PreparedGroup(sealed.group(), sealed.suite(), sealed.version());
        groups.writeBytes(sealing.seal(prepared, clear).toBytes());
        Arrays.fill(clear, (byte) 0);
      }
    }
    return groups.toByteArray();
  }

  private void write(Custody custody, Errand errand, ShreddingOutcome outcome) {
    if (!outcome.gone.isEmpty()) {
      custody.ledger()
          .write(errand.line(LineNonce.random(source), clock.instant(), Act.SHRED,
              Json.object().with("people", outcome.gone.size())));
    }
    if (outcome.kept > 0) {
      custody.ledger()
          .write(errand.line(LineNonce.random(source), clock.instant(), Act.RETAIN,
              Json.object().with("people", outcome.kept)));
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
        custody.ledger()
            .write(errand.line(LineNonce.random(source), clock.instant(), Act.TAGS_ERASED,
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
    public Order {
      if (known.filter(record -> !record.person().equals(person)).isPresent()) {
        throw new IllegalArgumentException("the record is of another person than the order");
      }
    }

    public static Order destroy(PersonId person) {
      return new Order(person, Optional.empty(), Set.of());
    }
  }

  /**
   * What an erasure came to.
   *
   * @param unconfirmed copies of the old root that could not be erased; empty means that KEYS is DONE
   * @param commitments one salted commitment for everybody destroyed
   */
  public record Shredded(int destroyed, int kept, int absent, List<String> unconfirmed,
      CommitmentList commitments) {}
}
