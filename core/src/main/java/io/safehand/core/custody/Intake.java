package io.safehand.core.custody;

import io.safehand.core.bulk.Batch;
import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.RowResult;
import io.safehand.core.detect.CsvRow;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineNonce;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.Suite;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes customers in: rows are checked against the inventory, sealed under a key of their own and written with
 * their key pages and one ledger line a batch, in one transaction. Clear values never leave memory.
 *
 * <p>One intake serves one run over one source; {@link #worker} gives each thread its own act.
 */
public final class Intake {
  private final CompanyKeys keys;
  private final CustodyStore store;
  private final Inventory inventory;
  private final RowChecking checking;
  private final Suite suite;
  private final Errand errand;
  private final Clock clock;
  private final SecureRandom random;
  private final SeenIdentities seen = new SeenIdentities();

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
  }

  /** The columns that the inventory does not declare: an import stops unless told to drop them. */
  public static List<String> undeclared(Inventory inventory, List<String> header) {
    Set<String> declared = inventory.columns();
    return header.stream().filter(column -> !declared.contains(column)).toList();
  }

  /** The columns that required fields need and the source lacks. */
  public static List<String> missing(Inventory inventory, List<String> header) {
    return inventory.fields().stream().filter(field -> field.required() && !header.contains(field.column()))
        .map(field -> field.column()).toList();
  }

  /** An act for one thread. */
  public BatchAct<CsvRow> worker() {
    RowSealing sealing = new RowSealing(inventory, suite, keys.newIndex(), random);
    return batch -> take(batch, sealing);
  }

  private List<RowResult> take(Batch<CsvRow> batch, RowSealing sealing) throws InterruptedException {
    List<RowResult> results = new ArrayList<>(batch.rows().size());
    List<CheckedRow> accepted = withoutDuplicates(batch.number(), check(batch, results), sealing, results);
    SealedBatch sealed = sealing.seal(accepted, keys.takeLeaves(SealedBatch.leavesFor(accepted.size())));
    List<RowResult.Rejected> rejected = results.stream().filter(RowResult.Rejected.class::isInstance)
        .map(RowResult.Rejected.class::cast).toList();
    IntakeBatch intake = new IntakeBatch(batch.rows().getFirst().number(), batch.rows().getLast().number(),
        keys.epoch(), sealed.entries(), rejected, leftOut(accepted), sealed.leaves());
    keys.logged(store.together(custody -> {
      custody.records().add(intake);
      custody.ledger().write(line(intake));
      return keys.append(custody, sealed.firstLeaf(), sealed.keys());
    }));
    sealed.keys().forEach(KeyEntry::close);
    accepted.forEach(row -> results.add(new RowResult.Done(row.number(), row.leftOut())));
    return results;
  }

  private List<CheckedRow> check(Batch<CsvRow> batch, List<RowResult> results) {
    List<CheckedRow> rows = new ArrayList<>(batch.rows().size());
    for (CsvRow row : batch.rows()) {
      switch (checking.check(row)) {
        case RowChecking.Outcome.Accepted accepted -> rows.add(accepted.row());
        case RowChecking.Outcome.Refused refused -> results.add(new RowResult.Rejected(row.number(), refused
            .reason()));
      }
    }
    return rows;
  }

  private List<CheckedRow> withoutDuplicates(long batch, List<CheckedRow> rows, RowSealing sealing,
      List<RowResult> results) throws InterruptedException {
    long[] tags = rows.stream().mapToLong(row -> sealing.identityTag(row.identity())).toArray();
    boolean[] first = seen.claim(batch, tags);
    Set<Long> known = store.together(custody -> custody.records().known(keys.epoch(), tags));
    List<CheckedRow> unique = new ArrayList<>(rows.size());
    for (int i = 0; i < tags.length; i++) {
      if (first[i] && !known.contains(tags[i])) {
        unique.add(rows.get(i));
      } else {
        results.add(new RowResult.Rejected(rows.get(i).number(), "row.duplicate"));
      }
    }
    return unique;
  }

  private static SortedMap<String, Long> leftOut(List<CheckedRow> rows) {
    SortedMap<String, Long> leftOut = new TreeMap<>();
    rows.forEach(row -> row.leftOut().forEach(reason -> leftOut.merge(reason, 1L, Long::sum)));
    return leftOut;
  }

  private LedgerLine line(IntakeBatch batch) {
    return errand.line(LineNonce.random(random), clock.instant(), Act.INTAKE, Json.object()
        .with("records", batch.entries().size()).with("rejected", batch.rejected().size())
        .with("firstRow", batch.firstRow()).with("lastRow", batch.lastRow()).with("inventory", inventory
            .version())
        .with("root", SealedBatch.root(batch.leaves()).hex()));
  }
}
