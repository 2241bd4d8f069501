package io.safehand.server.custody.consent;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How each answer of a person came in, and the receipts that were given of it. */
@Component
final class HistoryRows {
  private final Storage storage;

  HistoryRows(Storage storage) {
    this.storage = storage;
  }

  /** Of an event, or of the import that brought answers. */
  record Circumstance(long seq, UUID id, String method, String expression, String surface, boolean separate,
      String provenance, String by, String language, String served) {}

  List<Circumstance> of(CompanyId company, PersonId person) {
    return storage.jdbc()
        .sql("""
            select seq, import_id, 'unstated', 'unstated', 'import', false, provenance, opened_by, '', ''
              from consent.imported join consent.source using (company_id, import_id)
             where company_id = ? and person_id = ?::uuid
            union all
            select seq, event_id, method, expression, surface, separate, provenance, said_by, language, served
              from consent.event where company_id = ? and person_id = ?::uuid
            """)
        .params(company.value(), person.toString(), company.value(), person.toString())
        .query(HistoryRows::circumstance)
        .list();
  }

  /** Keeps the receipt of an event, unless one was given before; gives the one that was given first. */
  byte[] receipt(CompanyId company, PersonId person, UUID event, byte[] made) {
    storage.jdbc().sql("""
        insert into consent.receipt (company_id, person_id, event_id, file) values (?, ?::uuid, ?, ?)
        on conflict do nothing
        """).params(company.value(), person.toString(), event, made).update();
    return receipt(company, person, event).orElseThrow();
  }

  Optional<byte[]> receipt(CompanyId company, PersonId person, UUID event) {
    return storage.jdbc()
        .sql("select file from consent.receipt where company_id = ? and person_id = ?::uuid and event_id = ?")
        .params(company.value(), person.toString(), event)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  private static Circumstance circumstance(ResultSet row, int number) throws SQLException {
    return new Circumstance(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
        row.getString(5), row.getBoolean(6), row.getString(7), row.getString(8), row.getString(9),
        row.getString(10));
  }
}
