package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.intake.RecordHash;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.intake.SealedBatch;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.keys.IndexKeys;
import io.safehand.core.custody.keys.OpenedKeys;
import io.safehand.core.custody.intake.Tagging;
import io.safehand.core.custody.stored.ReceivedRecord;
import io.safehand.core.custody.intake.GroupText;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.OpeningKey;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.PreparedGroup;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Sealing;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives received people keys that only this company has: opens what was received, draws new person and ledger keys,
 * seals again and tags for search. What is re-keyed leaves the received part in the same transaction, so a stopped
 * run goes on where it was. A record that does not open, because it was changed after it came, stays there and stops
 * nobody else's. For one thread at a time.
 */
public final class Rekeying {
  /** A person's keys lie one after the other, so those of the last person may lie in the pages behind. */
  private static final int PAGES_BEHIND = 5;

  private final CompanyKeys receivedKeys;
  private final CompanyKeys ownKeys;
  private final CustodyStore store;
  private final Inventory inventory;
  private final Errand errand;
  private final Clock clock;
  private final SecureRandom source;
  private final Randomness random;
  private final Vault vault;
  private final Map<String, PreparedGroup> prepared = new HashMap<>();

  public Rekeying(CompanyKeys receivedKeys, CompanyKeys ownKeys, CustodyStore store, Inventory inventory,
      Errand errand, Clock clock, SecureRandom random) {
    this.receivedKeys = receivedKeys;
    this.ownKeys = ownKeys;
    this.store = store;
    this.inventory = inventory;
    this.errand = errand;
    this.clock = clock;
    this.source = random;
    this.random = new Randomness(random);
    this.vault = new Vault(this.random);
  }

  /** How many leaf pages of the received tree there are to go through. Refused when the package did not come whole. */
  public int leaves() {
    return store.together(custody -> {
      if (custody.received(receivedKeys.tree()).whole().isEmpty()) {
        throw new IllegalStateException("the package did not come whole");
      }
      return custody.trees().state(receivedKeys.tree()).nextLeaf();
    });
  }

  /** Re-keys everybody whose first key lies in these leaf pages and whose record opens; returns how many. */
  public long rekey(int firstLeaf, int count) {
    return ownKeys.tagging(() -> rekeyAll(firstLeaf, count));
  }

  private long rekeyAll(int firstLeaf, int count) {
    List<ReceivedRecord> received = store
        .together(custody -> custody.received(receivedKeys.tree()).inLeaves(firstLeaf, count));
    if (received.isEmpty()) {
      return 0;
    }
    random.reseed();
    List<ReceivedRecord> opening = new ArrayList<>(received.size());
    List<IntakeBatch.Entry> entries = new ArrayList<>(received.size());
    List<KeyEntry> keys = new ArrayList<>(received.size());
    int ownLeaf = ownKeys.takeLeaves(KeyTree.leavesFor(received.size()));
    try (vault;
        IndexKeys.Index index = ownKeys.index().newIndex();
        OpenedKeys opened = store
            .together(custody -> receivedKeys.inLeaves(custody, firstLeaf, count + PAGES_BEHIND))) {
      for (ReceivedRecord record : received) {
        rekey(record, opened, KeyTree.slot(ownLeaf, entries.size()), keys, index.tags()).ifPresent(entry -> {
          entries.add(entry);
          opening.add(record);
        });
      }
      write(opening, new SealedBatch(entries, ownLeaf, keys, RecordHash.all(entries)), index.epoch());
    } finally {
      keys.forEach(KeyEntry::close);
    }
    return opening.size();
  }

  private Optional<IntakeBatch.Entry> rekey(ReceivedRecord received, OpenedKeys opened, int slot,
      List<KeyEntry> keys, BlindIndex index) {
    SealedRecord old = received.record();
    ByteArrayOutputStream groups = new ByteArrayOutputStream(old.groups().length + 64);
    Map<FieldName, PersonalText> values = new HashMap<>();
    try (PersonKey key = PersonKey.draw(random)) {
      Sealing sealing = vault.record(key, old.person(), old.record());
      List<SealedGroup> sealedGroups = RecordOpening.groups(old);
      for (int place = 0; place < sealedGroups.size(); place++) {
        SealedGroup sealed = sealedGroups.get(place);
        byte[] clear = open(old, sealed, place, opened);
        values.putAll(GroupText.read(clear));
        groups.writeBytes(sealing.seal(prepared(sealed), clear).toBytes());
        Arrays.fill(clear, (byte) 0);
      }
      SealedRecord own = new SealedRecord(old.person(), old.record(), key.id(), slot,
          vault.sealNewLedgerKey(key, old.person(), old.facts().bound(old.record())), groups.toByteArray(),
          old.facts());
      keys.add(KeyEntry.of(old.person(), key));
      return Optional.of(new IntakeBatch.Entry(0, own, Tagging.tags(inventory, index, old.person(), values),
          received.answers()));
    } catch (ForgedRecord | FormatRefused | KeyMissing changed) {
      return Optional.empty();
    }
  }

  private byte[] open(SealedRecord record, SealedGroup sealed, int place, OpenedKeys opened) {
    try (OpeningKey key = opened.travelled(record, sealed, place)) {
      return RecordOpening.open(vault, key, record, sealed);
    }
  }

  private PreparedGroup prepared(SealedGroup sealed) {
    return prepared.computeIfAbsent(sealed.group() + "|" + sealed.suite() + "|" + sealed.version(),
        key -> new PreparedGroup(sealed.group(), sealed.suite(), sealed.version()));
  }

  private void write(List<ReceivedRecord> received, SealedBatch batch, long epoch) {
    if (received.isEmpty()) {
      return;
    }
    ownKeys.write(custody -> {
      custody.records()
          .add(new IntakeBatch(errand.matter(), 0, 0, epoch, batch.entries(), List.of(), new TreeMap<>(),
              batch.leaves()));
      custody.received(receivedKeys.tree())
          .remove(received.stream().map(record -> record.record().person()).toList());
      custody.ledger()
          .write(errand.line(LineNonce.random(source), clock.instant(), Act.REKEY,
              Json.object()
                  .with("people", received.size())
                  .with("root", SealedBatch.root(batch.leaves()).hex())));
      return ownKeys.append(custody, epoch, batch.firstLeaf(), batch.keys());
    });
  }
}
