package io.safehand.server.custody.records;

import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.BulkSpec;
import io.safehand.core.bulk.LocalRun;
import io.safehand.core.bulk.Tally;
import io.safehand.core.custody.intake.Intake;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Suite;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Brings customers of a source into a company's vault, in batches that are each committed as a whole. The same source
 * given again goes on after the batches that are in already.
 */
@Component
public final class Imports {
  private final Vaults vaults;
  private final Inventories inventories;
  private final IntakeRows rows;
  private final Access access;
  private final Storage storage;
  private final Clock clock;
  private final SecureRandom random;

  Imports(Vaults vaults, Inventories inventories, IntakeRows rows, Access access, Storage storage,
      Clock clock, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.rows = rows;
    this.access = access;
    this.storage = storage;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Imports a CSV file under the inventory in force, its columns as they are named.
   *
   * @param dropUndeclared leave columns out that the inventory does not declare, instead of refusing the file
   * @see #take
   */
  public Report run(CompanyId company, Path file, boolean dropUndeclared, Account by, ZoneId zone,
      Consumer<Tally> progress) throws Exception {
    access.require(company, by, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
    try (CsvSource source = CsvSource.open(file)) {
      ColumnMapping mapping = ColumnMapping.asNamed(dropUndeclared);
      return take(new ImportOrder(by, zone, SourceHash.of(file), mapping), source, progress);
    }
  }

  /**
   * Imports the source under the inventory in force. The caller closes it.
   *
   * @param progress told after every batch; what it throws stops the import, which can go on later
   * @throws io.safehand.server.base.access.NotAllowed when the account is not the company's officer
   * @throws UndeclaredColumns when the source holds what may not be held, or lacks what must be
   * @throws io.safehand.core.detect.text.DamagedFile when the source cannot be read as what it is
   * @throws ImportUnderWay when another import of this company is not over
   */
  public Report take(ImportOrder order, RowSource source, Consumer<Tally> progress) throws Exception {
    Inventory inventory = permitted(order, source);
    return storage.alone(order.company(), "import", () -> {
      CompanyId company = order.company();
      if (vaults.population(company).live() > 0) {
        index(company);
      }
      UUID id = rows.begin(order, inventory.version());
      NavigableMap<Long, Long> done = rows.done(company, id);
      Errand errand = new Errand(order.by().who(), "intake", id.toString(), "");
      work(order, inventory, source.columns(), errand, Intake::worker, new RemainingRows(source, done),
          progress);
      index(company);
      return rows.end(company, id);
    }).orElseThrow(ImportUnderWay::new);
  }

  /** The last row up to which this source is in without a gap, when it was stopped; 0 for the beginning. */
  public long reached(ImportOrder order) {
    return rows.reached(order, inventories.current(order.company()).version());
  }

  /**
   * Checks all rows as {@link #take} would and says what would become of them. Nobody is taken in, no line is written.
   */
  public Tally rehearse(ImportOrder order, RowSource source, Consumer<Tally> progress) throws Exception {
    Inventory inventory = permitted(order, source);
    Errand errand = new Errand(order.by().who(), "intake", "rehearsal", "");
    return work(order, inventory, source.columns(), errand, Intake::rehearsal, source, progress);
  }

  private Inventory permitted(ImportOrder order, RowSource source) {
    return require(order.by(), order.mapping(), source.columns());
  }

  /** The inventory in force, under which these columns may come in; refuses what {@link #take} refuses. */
  public Inventory require(Account by, ColumnMapping mapping, List<String> columns) {
    access.require(by.company(), by, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
    Inventory inventory = inventories.adopted(by.company())
        .map(Adopted::inventory)
        .orElseThrow(() -> mapping.allUndeclared(columns));
    mapping.require(inventory, columns);
    return inventory;
  }

  /** Rows that an import turned away, in their order, behind this row. */
  public List<Rejection> rejected(CompanyId company, UUID intake, long afterRow, int limit) {
    return storage.in(company, () -> rows.rejected(company, intake, afterRow, limit));
  }

  /** A row that was turned away, by its number in the source, and why. */
  public record Rejection(long row, String reason) {}

  private Tally work(ImportOrder order, Inventory inventory, List<String> columns, Errand errand,
      Function<Intake, BatchAct<SourceRow>> act, Iterator<SourceRow> source, Consumer<Tally> progress)
      throws Exception {
    CompanyId company = order.company();
    try (Intake intake = new Intake(vaults.of(company), vaults.store(company), inventory,
        order.mapping().header(columns), Suite.AES_256_GCM, errand, clock, order.zone(), random)) {
      List<BatchAct<SourceRow>> workers = Stream.generate(() -> act.apply(intake))
          .limit(order.workers())
          .toList();
      return new LocalRun<>(BulkSpec.PAGE_ROWS, workers, progress).run(source);
    }
  }

  /** Tags are looked up in an index, unless this is the first import of all, which looks nothing up. */
  private void index(CompanyId company) {
    if (!vaults.areTagsIndexed(company)) {
      vaults.indexTags(company);
    }
  }

  /**
   * What an import came to, over all its runs.
   *
   * @param rejected the reason by row number; those rows can be corrected and sent again alone
   * @param leftOut how many damaged optional values were left out, by {@code field:reason}
   */
  public record Report(UUID id, long imported, NavigableMap<Long, String> rejected,
      SortedMap<String, Long> leftOut) {}
}
