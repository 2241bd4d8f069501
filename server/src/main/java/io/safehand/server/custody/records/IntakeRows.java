package io.safehand.server.custody.records;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.Consents;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is stored about imports: their sources, which rows are answered for, and what became of them. */
@Component
final class IntakeRows {
  private final Storage storage;
  private final Consents consents;
  private final Clock clock;

  IntakeRows(Storage storage, Consents consents, Clock clock) {
    this.storage = storage;
    this.consents = consents;
    this.clock = clock;
  }

  /** The id of this source's import: a new one, or the one that was stopped. */
  UUID begin(ImportOrder order, String inventoryVersion) {
    CompanyId company = order.company();
    return storage.in(company,
        () -> stopped(order, inventoryVersion).orElseGet(() -> add(order, inventoryVersion)));
  }

  long reached(ImportOrder order, String inventoryVersion) {
    Optional<UUID> id = storage.in(order.company(), () -> stopped(order, inventoryVersion));
    long reached = 0;
    for (Map.Entry<Long, Long> batch : id.map(known -> done(order.company(), known))
        .orElseGet(TreeMap::new)
        .entrySet()) {
      if (batch.getKey() > reached + 1) {
        break;
      }
      reached = batch.getValue();
    }
    return reached;
  }

  private Optional<UUID> stopped(ImportOrder order, String inventoryVersion) {
    return storage.jdbc()
        .sql("""
            select id from records.intake
             where company_id = ? and source_sha256 = ? and inventory_version = ? and state = 'RUNNING'
            """)
        .params(order.company().value(), order.fingerprint(), inventoryVersion)
        .query(UUID.class)
        .optional();
  }

  private UUID add(ImportOrder order, String inventoryVersion) {
    UUID id = consents.openImport(order.company(), order.fingerprint(), order.by());
    storage.jdbc()
        .sql("""
            insert into records.intake (company_id, id, source_sha256, inventory_version, state, begun_at)
            values (?, ?, ?, ?, 'RUNNING', ?)
            """)
        .param(order.company().value())
        .param(id)
        .param(order.fingerprint())
        .param(inventoryVersion)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  /** The last row of each committed batch by its first. */
  NavigableMap<Long, Long> done(CompanyId company, UUID id) {
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

  /** Closes the import and says what it came to. */
  Imports.Report end(CompanyId company, UUID id) {
    return storage.in(company, () -> {
      storage.jdbc()
          .sql("update records.intake set state = 'DONE', ended_at = ? where company_id = ? and id = ?")
          .param(clock.instant().atOffset(ZoneOffset.UTC))
          .param(company.value())
          .param(id)
          .update();
      return new Imports.Report(id, imported(company, id), rejected(company, id), leftOut(company, id));
    });
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

  List<Imports.Rejection> rejected(CompanyId company, UUID id, long afterRow, int limit) {
    return storage.jdbc()
        .sql("""
            select row_number, reason from records.rejected
             where company_id = ? and intake_id = ? and row_number > ? order by row_number limit ?
            """)
        .params(company.value(), id, afterRow, limit)
        .query((row, number) -> new Imports.Rejection(row.getLong(1), row.getString(2)))
        .list();
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
}
