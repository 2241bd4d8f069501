package io.safehand.core.custody;

import io.safehand.core.handover.moved.MovedGroup;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.moved.MovedRecord;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.ReceivedPerson;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.vault.KeyEntry;
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
 * <p>Everything lies apart until the last person came and counts and root are those of the signed manifest; when
 * they are not, or anything else goes wrong, {@link #undo} leaves nothing behind. Until it is re-keyed, the seller
 * could still open what was received.
 */
public final class Receiving {
  private static final int BATCH_PEOPLE = 4096;

  private final CompanyKeys receivedKeys;
  private final CustodyStore store;
  private final Errand errand;
  private final Clock clock;
  private final SecureRandom random;

  /** @param receivedKeys the tree made for this package */
  public Receiving(CompanyKeys receivedKeys, CustodyStore store, Errand errand, Clock clock,
      SecureRandom random) {
    this.receivedKeys = receivedKeys;
    this.store = store;
    this.errand = errand;
    this.clock = clock;
    this.random = random;
  }

  /** Reads the whole package and returns how many people came. */
  public long receive(PackageReader reader, LongConsumer progress) throws IOException {
    Map<PersonId, Map<Purpose, Answer>> answers = answers(reader);
    long people = 0;
    List<ReceivedPerson> batch = new ArrayList<>(BATCH_PEOPLE);
    for (Optional<ReceivedPerson> next = reader.next(); next.isPresent(); next = reader.next()) {
      batch.add(next.get());
      if (batch.size() == BATCH_PEOPLE) {
        people += take(batch, answers);
        progress.accept(people);
      }
    }
    people += take(batch, answers);
    progress.accept(people);
    record(reader, people);
    return people;
  }

  /** Removes what an incomplete package brought. */
  public void undo() {
    store.together(custody -> {
      custody.received().clear();
      return custody;
    });
  }

  private long take(List<ReceivedPerson> batch, Map<PersonId, Map<Purpose, Answer>> answers) {
    if (batch.isEmpty()) {
      return 0;
    }
    int entries = batch.stream().mapToInt(person -> person.keys().size()).sum();
    int firstLeaf = receivedKeys.takeLeaves(SealedBatch.leavesFor(entries));
    List<KeyEntry> keys = new ArrayList<>(entries);
    List<ReceivedRecord> records = new ArrayList<>(batch.size());
    for (ReceivedPerson person : batch) {
      int slot = SealedBatch.slot(firstLeaf, keys.size());
      Map<Purpose, Answer> said = answers.getOrDefault(person.person().id(), Map.of());
      records.add(new ReceivedRecord(record(person.person(), slot), person.keys().size(), said));
      keys.addAll(person.keys());
    }
    receivedKeys.logged(store.together(custody -> {
      custody.received().add(records);
      return receivedKeys.append(custody, firstLeaf, keys);
    }));
    batch.forEach(ReceivedPerson::close);
    batch.clear();
    return records.size();
  }

  private static SealedRecord record(MovedPerson person, int slot) {
    MovedRecord moved = person.records().getFirst();
    ByteArrayOutputStream groups = new ByteArrayOutputStream();
    for (MovedGroup group : moved.groups()) {
      groups.writeBytes(group.sealed());
    }
    RecordFacts facts = new RecordFacts(CustomerKind.valueOf(moved.attributes().getOrDefault("kind",
        "PERSON")),
        LocalDate.ofInstant(moved.collectedAt(), ZoneOffset.UTC),
        Boolean.parseBoolean(moved.attributes().getOrDefault("minor", "false")),
        moved.keeping().map(keeping -> new Kept(keeping.rule(), keeping.until())), moved.restricted());
    return new SealedRecord(person.id(), moved.id(), person.keyId(), slot, new byte[0], groups.toByteArray(),
        facts);
  }

  private static Map<PersonId, Map<Purpose, Answer>> answers(PackageReader reader) throws IOException {
    Map<PersonId, Map<Purpose, Answer>> answers = new HashMap<>();
    reader.consents(event -> answers.computeIfAbsent(PersonId.parse(event.text("person")),
        id -> new HashMap<>(2))
        .put(new Purpose(event.text("purpose")), Answer.valueOf(event.text("answer"))));
    return answers;
  }

  private void record(PackageReader reader, long people) {
    store.together(custody -> {
      custody.ledger().write(errand.line(LineNonce.random(random), clock.instant(), Act.RECEIVE, Json.object()
          .with("people", people).with("manifest", reader.checked().sha256())
          .with("root", reader.checked().manifest().contents().root())));
      return custody;
    });
  }
}
