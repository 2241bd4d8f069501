package io.safehand.core.custody.intake;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.IntakeBatch;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.keys.IndexKeys;

import io.safehand.core.bulk.Batch;
import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.RowResult;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes customers in: rows are checked against the inventory, sealed under a key of their own and written with
 * their key pages and one ledger line a batch, in one transaction. Clear values never leave memory.
 *
 * <p>One intake serves one run over one source; {@link #worker} gives each thread its own act, and {@link #close()}
 * overwrites what told the run's rows apart. The caller sees to it
 * that a company has one intake at a time, or people who come in two of them may be there twice.
 */
public final class Intake implements AutoCloseable {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final Inventory inventory;
  private final RowChecking checking;
  private final Suite suite;
  private final Errand errand;
  private final Clock clock;
  private final SecureRandom random;
  private final SeenIdentities seen = new SeenIdentities();
  /** Tells the rows of this run apart, whatever becomes of the vault's index keys meanwhile. */
  private final EpochKey runKey;
  private final boolean beganEmpty;

  /** @param header the columns of the source; refuse undeclared ones before, with {@link #undeclared} */
  public Intake(CompanyKeys keys, CustodyStore store, Inventory inventory, List<String> header, Suite suite,
      Errand errand, Clock clock, ZoneId zone, SecureRandom random) {
    this.keys = keys;
    this.store = store;
    this.inventory = inventory;
    this.checking = new RowChecking(inventory, header, LocalDate.ofInstant(clock.instant(), zone));
    this.suite = suite;
    this.errand = errand;
    this.clock = clock;
    this.random = random;
    this.runKey = EpochKey.draw(1, new Randomness(random));
    this.beganEmpty = store.together(custody -> custody.records().isEmpty());
  }

  /** The columns that the inventory does not declare: an import stops unless told to drop them. */
  public static List<String> undeclared(Inventory inventory, List<String> header) {
    Set<String> declared = inventory.columns();
    return header.stream().filter(column -> !declared.contains(column)).toList();
  }

  /** The columns that required fields need and the source lacks. */
  public static List<String> missing(Inventory inventory, List<String> header) {
    return inventory.fields()
        .stream()
        .filter(field -> field.required() && !header.contains(field.column()))
        .map(field -> field.column())
        .toList();
  }

  /** An act for one thread. */
  public BatchAct<SourceRow> worker() {
    RowSealing sealing = new RowSealing(inventory, suite, random);
    return batch -> {
      List<RowResult.Rejected> refused = new ArrayList<>();
      List<CheckedRow> sound = check(batch, refused);
      boolean[] first = seen.claim(batch.number(), identitiesOfRun(sound));
      return keys.tagging(() -> take(batch, sound, first, refused, sealing));
    };
  }

  /** What an act would answer to the same rows, without taking anybody in or writing a line. */
  public BatchAct<SourceRow> rehearsal() {
    return batch -> {
      List<RowResult.Rejected> refused = new ArrayList<>();
      List<CheckedRow> sound = check(batch, refused);
      boolean[] first = seen.claim(batch.number(), identitiesOfRun(sound));
      return keys.tagging(() -> {
        List<RowResult.Rejected> rejected = new ArrayList<>(refused);
        return results(withoutDuplicates(sound, first, rejected), rejected);
      });
    };
  }

  private List<CheckedRow> check(Batch<SourceRow> batch, List<RowResult.Rejected> refused) {
    List<CheckedRow> sound = new ArrayList<>(batch.rows().size());
    for (SourceRow row : batch.rows()) {
      switch (checking.check(row)) {
        case RowChecking.Outcome.Accepted accepted -> sound.add(accepted.row());
        case RowChecking.Outcome.Refused no -> refused.add(new RowResult.Rejected(row.number(), no.reason()));
      }
    }
    return sound;
  }

  private List<RowResult> take(Batch<SourceRow> batch, List<CheckedRow> sound, boolean[] first,
      List<RowResult.Rejected> refused, RowSealing sealing) {
    List<RowResult.Rejected> rejected = new ArrayList<>(refused);
    List<CheckedRow> accepted = withoutDuplicates(sound, first, rejected);
    int leaf = keys.takeLeaves(KeyTree.leavesFor(accepted.size()));
    try (IndexKeys.Index index = keys.index().newIndex();
        SealedBatch sealed = sealing.seal(accepted, leaf, index.tags())) {
      IntakeBatch intake = new IntakeBatch(errand.matter(), batch.rows().getFirst().number(),
          batch.rows().getLast().number(), index.epoch(), sealed.entries(), rejected, leftOut(accepted),
          sealed.leaves());
      keys.write(custody -> {
        custody.records().add(intake);
        custody.ledger().write(line(intake));
        return keys.append(custody, index.epoch(), sealed.firstLeaf(), sealed.keys());
      });
    }
    return results(accepted, rejected);
  }

  private static List<RowResult> results(List<CheckedRow> accepted, List<RowResult.Rejected> rejected) {
    List<RowResult> results = new ArrayList<>(rejected);
    accepted.forEach(row -> results.add(new RowResult.Done(row.number(), row.leftOut())));
    results.sort(Comparator.comparingLong(RowResult::row));
    return results;
  }

  private List<CheckedRow> withoutDuplicates(List<CheckedRow> rows, boolean[] first,
      List<RowResult.Rejected> rejected) {
    boolean[] known = known(rows);
    List<CheckedRow> unique = new ArrayList<>(rows.size());
    for (int i = 0; i < known.length; i++) {
      if (first[i] && !known[i]) {
        unique.add(rows.get(i));
      } else {
        rejected.add(new RowResult.Rejected(rows.get(i).number(), "row.duplicate"));
      }
    }
    return unique;
  }

  /** Whose identity the vault knew before this run, under any index key that still lives. */
  private boolean[] known(List<CheckedRow> rows) {
    boolean[] known = new boolean[rows.size()];
    if (beganEmpty) {
      return known;
    }
    for (IndexKeys.Index index : keys.index().newIndexes()) {
      try (index) {
        long[] tags = identities(index.tags(), rows);
        Set<Long> held = store.together(custody -> custody.records().known(index.epoch(), tags));
        for (int i = 0; i < tags.length; i++) {
          known[i] |= held.contains(tags[i]);
        }
      }
    }
    return known;
  }

  private long[] identitiesOfRun(List<CheckedRow> rows) {
    try (BlindIndex ofRun = new BlindIndex(runKey)) {
      return identities(ofRun, rows);
    }
  }

  private static long[] identities(BlindIndex index, List<CheckedRow> rows) {
    return rows.stream().mapToLong(row -> index.tag(Tagging.IDENTITY, row.identity())).toArray();
  }

  private static SortedMap<String, Long> leftOut(List<CheckedRow> rows) {
    SortedMap<String, Long> leftOut = new TreeMap<>();
    rows.forEach(row -> row.leftOut().forEach(reason -> leftOut.merge(reason, 1L, Long::sum)));
    return leftOut;
  }

  @Override
  public void close() {
    runKey.close();
  }

  private LedgerLine line(IntakeBatch batch) {
    return errand.line(LineNonce.random(random), clock.instant(), Act.INTAKE,
        Json.object()
            .with("records", batch.entries().size())
            .with("rejected", batch.rejected().size())
            .with("firstRow", batch.firstRow())
            .with("lastRow", batch.lastRow())
            .with("inventory", inventory.version())
            .with("root", SealedBatch.root(batch.leaves()).hex()));
  }
}
