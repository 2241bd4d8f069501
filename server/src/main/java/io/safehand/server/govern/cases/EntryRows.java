package io.safehand.server.govern.cases;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.papers.PaperId;
import io.safehand.server.custody.records.RowsAboutPeople;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rows of what was said. Called inside a transaction of the company. */
@Component
final class EntryRows implements RowsAboutPeople {
  private final Storage storage;

  EntryRows(Storage storage) {
    this.storage = storage;
  }

  /** A sealed text and for whom it is sealed. */
  @SuppressWarnings("ArrayRecordComponent") // passed on and never compared
  record Body(Optional<PersonId> person, byte[] sealed) {}

  void add(CompanyId company, Case in, Entry entry, byte[] sealed) {
    storage.jdbc()
        .sql(
            """
                insert into cases.entry (company_id, case_id, entry_id, channel, direction, who, at, papers, person_id, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        .params(company.value(), in.id().value(), entry.id(), entry.channel().name(),
            entry.direction().name(), entry.who(), CaseRows.time(entry.at()),
            entry.papers().stream().map(PaperId::value).toArray(UUID[]::new))
        .param(in.person().map(CaseRows::uuid).orElse(null))
        .param(sealed)
        .update();
  }

  List<Entry> of(CompanyId company, CaseId id) {
    return storage.jdbc()
        .sql(
            """
                select entry_id, channel, direction, who, at, papers from cases.entry where company_id = ? and case_id = ?
                 order by seq
                """)
        .params(company.value(), id.value())
        .query(EntryRows::entry)
        .list();
  }

  Body body(CompanyId company, CaseId id, UUID entry) {
    return storage.jdbc()
        .sql("select person_id, body from cases.entry where company_id = ? and case_id = ? and entry_id = ?")
        .params(company.value(), id.value(), entry)
        .query((row, number) -> new Body(CaseRows.person(row.getObject(1, UUID.class)), row.getBytes(2)))
        .single();
  }

  /** What they said goes; that there was a case, and how it ended, stays without saying whose. */
  @Override
  public void remove(CompanyId company, Collection<PersonId> people) {
    UUID[] gone = people.stream().map(CaseRows::uuid).toArray(UUID[]::new);
    storage.jdbc().sql("""
        delete from cases.entry where company_id = ? and case_id in
          (select case_id from cases.case_file where company_id = ? and person_id = any (?))
        """).params(company.value(), company.value(), gone).update();
    storage.jdbc()
        .sql("update cases.case_file set person_id = null where company_id = ? and person_id = any (?)")
        .params(company.value(), gone)
        .update();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    Array papers = row.getArray(6);
    return new Entry(row.getObject(1, UUID.class), Channel.valueOf(row.getString(2)),
        Entry.Direction.valueOf(row.getString(3)), row.getString(4),
        row.getObject(5, OffsetDateTime.class).toInstant(),
        Stream.of((UUID[]) papers.getArray()).map(PaperId::new).toList());
  }
}
