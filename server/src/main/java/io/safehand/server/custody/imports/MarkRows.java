package io.safehand.server.custody.imports;

import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.imports.tables.TableRows;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Up to which key another database was read, at the end of each batch; the keys are sealed. */
@Component
final class MarkRows {
  private final Storage storage;

  MarkRows(Storage storage) {
    this.storage = storage;
  }

  void add(CompanyId company, ImportId id, UploadKey key, long row, String reached) {
    byte[] sealed = key.seal("mark", reached.getBytes(StandardCharsets.UTF_8));
    storage.run(company, () -> storage.jdbc().sql("""
        insert into imports.mark (company_id, job_id, row_number, key) values (?, ?, ?, ?)
            on conflict (company_id, job_id, row_number) do update set key = excluded.key
        """).params(company.value(), id.value(), row, sealed).update());
  }

  /** Where to go on: the last mark up to which every row is in. */
  TableRows.From upTo(CompanyId company, ImportId id, UploadKey key, long row) {
    Optional<TableRows.From> found = storage.in(company,
        () -> storage.jdbc()
            .sql("""
                select row_number, key from imports.mark
                 where company_id = ? and job_id = ? and row_number <= ? order by row_number desc limit 1
                """)
            .params(company.value(), id.value(), row)
            .query((mark, number) -> new TableRows.From(mark.getLong(1),
                key.open("mark", mark.getBytes(2))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .orElse("")))
            .optional());
    return found.filter(from -> !from.key().isEmpty()).orElse(TableRows.From.BEGINNING);
  }

  void clear(CompanyId company, ImportId id) {
    storage.run(company,
        () -> storage.jdbc()
            .sql("delete from imports.mark where company_id = ? and job_id = ?")
            .params(company.value(), id.value())
            .update());
  }
}
