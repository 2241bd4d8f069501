package io.safehand.server.custody.imports;

import io.safehand.core.bulk.BulkSpec;
import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.person.CompanyId;
import io.safehand.server.custody.imports.tables.TableDrivers;
import io.safehand.server.custody.imports.tables.TableRefused;
import io.safehand.server.custody.imports.tables.TableRows;
import io.safehand.server.custody.imports.tables.TableSource;
import org.springframework.stereotype.Component;

/** Opens another database as a source, from its beginning or where an import stopped. */
@Component
final class TableOpening {
  /** So that a mark lies at the end of each batch. */
  private static final int RANGE_ROWS = BulkSpec.PAGE_ROWS;

  private final TableDrivers drivers;
  private final Passwords passwords;
  private final MarkRows marks;

  TableOpening(TableDrivers drivers, Passwords passwords, MarkRows marks) {
    this.drivers = drivers;
    this.passwords = passwords;
    this.marks = marks;
  }

  /** The rows from the first on. The caller closes it. */
  TableRows fromTheBeginning(ImportId id, TableSource source) {
    return TableRows.open(drivers, source, password(id), TableRows.From.BEGINNING, RANGE_ROWS,
        (row, key) -> {});
  }

  /** The rows behind what is in. The caller closes it. */
  RowSource goingOn(CompanyId company, ImportId id, UploadKey key, TableSource source, long reached) {
    return TableRows.open(drivers, source, password(id), marks.upTo(company, id, key, reached), RANGE_ROWS,
        (row, at) -> marks.add(company, id, key, row, at));
  }

  private char[] password(ImportId id) {
    return passwords.of(id).orElseThrow(() -> new TableRefused("source.password"));
  }
}
