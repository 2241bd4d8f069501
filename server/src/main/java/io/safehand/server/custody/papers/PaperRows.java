package io.safehand.server.custody.papers;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.RowsAboutPeople;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The rows of filed papers. Called inside a transaction of the company. */
@Component
final class PaperRows implements RowsAboutPeople {
  private final Storage storage;

  PaperRows(Storage storage) {
    this.storage = storage;
  }

  void add(CompanyId company, Paper paper, byte[] sealed, Instant at) {
    storage.jdbc()
        .sql("""
            insert into papers.paper (company_id, paper_id, person_id, kind, bytes, sha256, filed_at, body)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), paper.id().value())
        .param(paper.person().map(PaperRows::uuid).orElse(null))
        .params(paper.kind().name(), paper.bytes(), paper.sha256(), at.atOffset(ZoneOffset.UTC), sealed)
        .update();
  }

  Optional<Paper> find(CompanyId company, PaperId id) {
    return storage.jdbc()
        .sql("select person_id, kind, bytes, sha256 from papers.paper where company_id = ? and paper_id = ?")
        .params(company.value(), id.value())
        .query((row, number) -> new Paper(id, Optional.ofNullable(row.getObject(1, UUID.class))
            .map(person -> new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits())),
            Paper.Kind.valueOf(row.getString(2)), row.getLong(3), row.getString(4)))
        .optional();
  }

  Optional<byte[]> body(CompanyId company, PaperId id) {
    return storage.jdbc()
        .sql("select body from papers.paper where company_id = ? and paper_id = ?")
        .params(company.value(), id.value())
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  @Override
  public void remove(CompanyId company, Collection<PersonId> people) {
    storage.jdbc()
        .sql("delete from papers.paper where company_id = ? and person_id = any (?)")
        .params(company.value(), people.stream().map(PaperRows::uuid).toArray(UUID[]::new))
        .update();
  }

  private static UUID uuid(PersonId person) {
    return new UUID(person.high(), person.low());
  }
}
