package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.CustomerKind;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.stored.RecordFacts;
import io.safehand.core.custody.stored.ReceivedPackage;
import io.safehand.core.custody.stored.ReceivedRecord;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.MovedRecord;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.ReceivedPerson;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Takes a package in at the buyer: records as they are, keys into a key tree of their own.
 *
 * <p>When {@link #receive} returns, the keys are durable in the database and in the second place.
 * <p>Everything lies apart until the last person came and counts and root are those of the signed manifest; when
 * they are not, or anything else goes wrong, nothing of it is left but keys without records, which go with the
 * received tree. Every group is opened once under the key that came for it, so a receipt is never signed for data that
 * does not open. Until it is re-keyed, the seller could still open what was received.
 */
public final class Receiving {
  private static final int BATCH_PEOPLE = 4096;

  private final CompanyKeys receivedKeys;
  private final CustodyStore store;
  private final Errand errand;
  private final Clock clock;
  private final SecureRandom random;
  private final Vault vault;

  /** @param receivedKeys the tree made for this package */
  public Receiving(CompanyKeys receivedKeys, CustodyStore store, Errand errand, Clock clock,
      SecureRandom random) {
    this.receivedKeys = receivedKeys;
    this.store = store;
    this.errand = errand;
    this.clock = clock;
    this.random = random;
    this.vault = new Vault(new Randomness(random));
  }

  /** Reads the whole package and returns how many people came; when it is refused nothing of it is left. */
  public long receive(PackageReader reader, LongConsumer progress) throws IOException {
    try (vault) {
      long people = receiveAll(reader, progress);
      receivedKeys.makeDurable();
      complete(reader, people);
      return people;
    } catch (IOException | RuntimeException incomplete) {
      try {
        undo();
      } catch (RuntimeException alsoFailed) {
        incomplete.addSuppressed(alsoFailed);
      }
      throw incomplete;
    }
  }

  private long receiveAll(PackageReader reader, LongConsumer progress) throws IOException {
    Map<PersonId, Map<Purpose, StandingAnswer>> answers = answers(reader);
    List<GroupName> groups = reader.checked().manifest().terms().groups();
    long people = 0;
    List<ReceivedPerson> batch = new ArrayList<>(BATCH_PEOPLE);
    for (Optional<ReceivedPerson> next = reader.next(); next.isPresent(); next = reader.next()) {
      batch.add(next.get());
      if (batch.size() == BATCH_PEOPLE) {
        people += take(batch, groups, answers);
        progress.accept(people);
      }
    }
    people += take(batch, groups, answers);
    progress.accept(people);
    return people;
  }

  /** Removes what an incomplete package brought. */
  public void undo() {
    store.together(custody -> {
      custody.received(receivedKeys.tree()).clear();
      return custody;
    });
  }

  private long take(List<ReceivedPerson> batch, List<GroupName> groups,
      Map<PersonId, Map<Purpose, StandingAnswer>> answers) throws IOException {
    if (batch.isEmpty()) {
      return 0;
    }
    List<KeyEntry> keys = new ArrayList<>();
    List<ReceivedRecord> records = new ArrayList<>(batch.size());
    int entries = batch.stream().mapToInt(person -> person.keys().size()).sum();
    int firstLeaf = receivedKeys.takeLeaves(KeyTree.leavesFor(entries));
    try {
      for (ReceivedPerson person : batch) {
        SealedRecord record = record(person.person(), KeyTree.slot(firstLeaf, keys.size()));
        keys.addAll(new TravelledKeys(person, groups, vault).checked(record));
        records.add(new ReceivedRecord(record, person.keys().size(),
            answers.getOrDefault(record.person(), Map.of())));
      }
      receivedKeys.write(custody -> {
        custody.received(receivedKeys.tree()).add(records);
        return receivedKeys.append(custody, firstLeaf, keys);
      });
    } finally {
      keys.forEach(KeyEntry::close);
      batch.forEach(ReceivedPerson::close);
    }
    batch.clear();
    return records.size();
  }

  private static SealedRecord record(MovedPerson person, int slot) throws HandoverRefused {
    if (person.records().size() != 1) {
      throw new HandoverRefused(Fault.COUNTS_DIFFER, "person " + person.id());
    }
    MovedRecord moved = person.records().getFirst();
    ByteArrayOutputStream groups = new ByteArrayOutputStream();
    moved.groups().forEach(group -> groups.writeBytes(group.sealed()));
    return new SealedRecord(person.id(), moved.id(), person.keyId(), slot, new byte[0], groups.toByteArray(),
        facts(moved));
  }

  private static RecordFacts facts(MovedRecord moved) {
    Map<String, String> attributes = moved.attributes();
    return new RecordFacts(CustomerKind.valueOf(attributes.getOrDefault("kind", CustomerKind.PERSON.name())),
        LocalDate.ofInstant(moved.collectedAt(), ZoneOffset.UTC),
        Boolean.parseBoolean(attributes.getOrDefault("minor", "false")),
        moved.keeping().map(keeping -> new Kept(keeping.rule(), keeping.until())), moved.restricted());
  }

  private static Map<PersonId, Map<Purpose, StandingAnswer>> answers(PackageReader reader)
      throws IOException {
    Map<PersonId, Map<Purpose, StandingAnswer>> answers = new HashMap<>();
    reader.consents(json -> {
      ConsentLine line = ConsentLine.read(json);
      answers.computeIfAbsent(line.person(), id -> new HashMap<>(2)).put(line.purpose(), line.answer());
    });
    return answers;
  }

  private void complete(PackageReader reader, long people) {
    store.together(custody -> {
      custody.received(receivedKeys.tree()).complete(new ReceivedPackage(reader.checked().sha256(), people));
      custody.ledger()
          .write(errand.line(LineNonce.random(random), clock.instant(), Act.RECEIVE,
              Json.object()
                  .with("people", people)
                  .with("manifest", reader.checked().sha256())
                  .with("root", reader.checked().manifest().contents().root())));
      return custody;
    });
  }
}
