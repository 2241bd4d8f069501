package io.safehand.server.custody.records;

import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.BulkSpec;
import io.safehand.core.bulk.LocalRun;
import io.safehand.core.bulk.Tally;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.intake.Intake;
import io.safehand.core.detect.csv.CsvRow;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Suite;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.inventory.Inventories;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Brings customers of a CSV file into a company's vault, in batches that are each committed as a whole. The same file
 * given again goes on after the batches that are in already.
 */
@Component
public final class Imports {
  private static final int WORKERS = 2;

  private final Vaults vaults;
  private final Inventories inventories;
  private final Consents consents;
  private final Access access;
  private final Storage storage;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;

  Imports(Vaults vaults, Inventories inventories, Consents consents, Access access, Storage storage,
      BusinessIds ids, Clock clock, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.consents = consents;
    this.access = access;
    this.storage = storage;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Imports the file under the inventory in force.
   *
   * @param dropUndeclared leave columns out that the inventory does not declare, instead of refusing the file
   * @param zone the company's, in which a day begins
   * @param progress told after every batch
   * @throws io.safehand.server.base.access.NotAllowed when the account is not the company's officer
   * @throws UndeclaredColumns when the file holds what may not be held, or lacks what must be
   * @throws io.safehand.core.detect.text.DamagedFile when the file cannot be read as CSV
   * @throws ImportUnderWay when another import of this company is not over
   */
  public Report run(CompanyId company, Path file, boolean dropUndeclared, Account by, ZoneId zone,
      Consumer<Tally> progress) throws Exception {
    access.require(company, by, Role.SELLER_OFFICER, Role.BUYER_OFFICER);
    Inventory inventory = inventories.current(company);
    try (CsvSource source = CsvSource.open(file)) {
      refuseColumns(inventory, source.columns(), dropUndeclared);
      Given given = new Given(company, inventory, source, SourceHash.of(file), by, zone);
      return storage.alone(company, "import", () -> take(given, progress)).orElseThrow(ImportUnderWay::new);
    }
  }

  private Report take(Given given, Consumer<Tally> progress) throws Exception {
    CompanyId company = given.company();
    CompanyKeys keys = vaults.of(company);
    if (vaults.population(company).live() > 0) {
      index(company);
    }
    UUID id = begin(given);
    NavigableMap<Long, Long> done = doneRows(company, id);
    try (Intake intake = new Intake(keys, vaults.store(company), given.inventory(), given.source().columns(),
        Suite.AES_256_GCM, new Errand(given.by().who(), "intake", id.toString(), ""), clock, given.zone(),
        random)) {
      List<BatchAct<CsvRow>> workers = Stream.generate(intake::worker).limit(WORKERS).toList();
      new LocalRun<>(BulkSpec.PAGE_ROWS, workers, progress).run(new Remaining(given.source(), done));
    }
    return end(company, id);
  }

  private static void refuseColumns(Inventory inventory, List<String> columns, boolean dropUndeclared) {
    List<String> undeclared = dropUndeclared ? List.of() : Intake.undeclared(inventory, columns);
    List<String> missing = Intake.missing(inventory, columns);
    if (!undeclared.isEmpty() || !missing.isEmpty()) {
      throw new UndeclaredColumns(undeclared, missing);
    }
  }

  /** The id of this file's import: a new one, or the one that was stopped. */
  private UUID begin(Given given) {
    CompanyId company = given.company();
    return storage.in(company, () -> {
      Optional<UUID> stopped = storage.jdbc()
          .sql("""
              select id from records.intake
               where company_id = ? and source_sha256 = ? and inventory_version = ? and state = 'RUNNING'
              """)
          .params(company.value(), given.sha256(), given.inventory().version())
          .query(UUID.class)
          .optional();
      return stopped.orElseGet(() -> {
        UUID id = consents.openImport(company, given.sha256(), given.by());
        storage.jdbc()
            .sql("""
                insert into records.intake (company_id, id, source_sha256, inventory_version, state, begun_at)
                values (?, ?, ?, ?, 'RUNNING', ?)
                """)
            .param(company.value())
            .param(id)
            .param(given.sha256())
            .param(given.inventory().version())
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
        return id;
      });
    });
  }

  private NavigableMap<Long, Long> doneRows(CompanyId company, UUID id) {
    NavigableMap<Long, Long> done = new TreeMap<>();
    storage.run(company,
        () -> storage.jdbc()
            .sql("select first_row, last_row from records.batch where company_id = ? and intake_id = ?")
            .param(company.value())
            .param(id)
            .query(row -> {
              done.put(row.getLong(1), row.getLong(2));
            }));
    return done;
  }

  private Report end(CompanyId company, UUID id) {
    index(company);
    return storage.in(company, () -> {
      storage.jdbc()
          .sql("update records.intake set state = 'DONE', ended_at = ? where company_id = ? and id = ?")
          .param(clock.instant().atOffset(ZoneOffset.UTC))
          .param(company.value())
          .param(id)
          .update();
      return new Report(id, imported(company, id), rejected(company, id), leftOut(company, id));
    });
  }

  /** Tags are looked up in an index, unless this is the first import of all, which looks nothing up. */
  private void index(CompanyId company) {
    if (!vaults.areTagsIndexed(company)) {
      vaults.indexTags(company);
    }
  }

  private long imported(CompanyId company, UUID id) {
    return storage.jdbc()
        .sql("select coalesce(sum(records), 0) from records.batch where company_id = ? and intake_id = ?")
        .param(company.value())
        .param(id)
        .query(Long.class)
        .single();
  }

  private SortedMap<String, Long> leftOut(CompanyId company, UUID id) {
    return Counts.of(storage.jdbc()
        .sql("select left_out from records.batch where company_id = ? and intake_id = ?")
        .param(company.value())
        .param(id)
        .query(String.class)
        .list());
  }

  private NavigableMap<Long, String> rejected(CompanyId company, UUID id) {
    NavigableMap<Long, String> rejected = new TreeMap<>();
    storage.jdbc()
        .sql("select row_number, reason from records.rejected where company_id = ? and intake_id = ?")
        .param(company.value())
        .param(id)
        .query(row -> {
          rejected.put(row.getLong(1), row.getString(2));
        });
    return rejected;
  }

  /**
   * What an import came to, over all its runs.
   *
   * @param rejected the reason by row number; those rows can be corrected and sent again alone
   * @param leftOut how many damaged optional values were left out, by {@code field:reason}
   */
  public record Report(UUID id, long imported, NavigableMap<Long, String> rejected,
      SortedMap<String, Long> leftOut) {}

  /** A source that may be imported, and who wants it. */
  private record Given(CompanyId company, Inventory inventory, CsvSource source, String sha256, Account by,
      ZoneId zone) {}

  /** The rows that no committed batch answers for. */
  private record Remaining(CsvSource source, NavigableMap<Long, Long> done,
      List<CsvRow> ahead) implements Iterator<CsvRow> {
    Remaining(CsvSource source, NavigableMap<Long, Long> done) {
      this(source, done, new ArrayList<>(1));
    }

    @Override
    public boolean hasNext() {
      while (ahead.isEmpty() && source.hasNext()) {
        CsvRow row = source.next();
        Map.Entry<Long, Long> batch = done.floorEntry(row.number());
        if (batch == null || batch.getValue() < row.number()) {
          ahead.add(row);
        }
      }
      return !ahead.isEmpty();
    }

    @Override
    public CsvRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ahead.removeFirst();
    }
  }
}
