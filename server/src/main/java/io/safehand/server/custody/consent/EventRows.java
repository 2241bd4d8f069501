package io.safehand.server.custody.consent;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.storage.BinaryCopy;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of events and imported answers. */
@Component
final class EventRows {
  /** The purpose under which the consent of a guardian stands; no declared purpose can have this name. */
  static final String GUARDIAN = ".guardian";

  /** One thing said; without a purpose for imported answers, whose {@code answer} is the compact text. */
  record Said(PersonId person, String purpose, String answer, Optional<Instant> validUntil) {
    boolean isImported() {
      return purpose.isEmpty();
    }
  }

  private final Storage storage;

  EventRows(Storage storage) {
    this.storage = storage;
  }

  void add(CompanyId company, PersonId person, String purpose, ConsentFact fact) {
    storage.lock(company, "consent/" + person);
    storage.jdbc()
        .sql("""
            insert into consent.event
              (company_id, person_id, purpose, answer, at, valid_until, said_by, method, provenance)
            values (?, ?::uuid, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), person.toString(), purpose, fact.answer(), utc(fact.at()))
        .param(fact.validUntil().map(EventRows::utc).orElse(null))
        .params(fact.by(), fact.method().code(), fact.provenance())
        .update();
  }

  /** What is stored of an event besides person and purpose. */
  record ConsentFact(String answer, Instant at, Optional<Instant> validUntil, String by, ConsentMethod method,
      String provenance) {}

  void openSource(CompanyId company, UUID id, Instant at, String by, String provenance) {
    storage.jdbc().sql("""
        insert into consent.source (company_id, import_id, at, opened_by, provenance) values (?, ?, ?, ?, ?)
        """).params(company.value(), id, utc(at), by, provenance).update();
  }

  void addImported(CompanyId company, UUID source, Collection<ImportedAnswers> people) {
    try (BinaryCopy copy = storage.copy("""
        copy consent.imported (company_id, person_id, import_id, answers) from stdin (format binary)
        """)) {
      for (ImportedAnswers person : people) {
        String said = AnswerCodes.write(person);
        if (!said.isEmpty()) {
          PersonId id = person.person();
          copy.row(4).uuid(company.value()).uuid(new UUID(id.high(), id.low())).uuid(source).text(said);
        }
      }
      copy.finish();
    }
  }

  /** Everything the people said, in the order in which it was recorded: a clock that was set back changes nothing. */
  List<Said> said(CompanyId company, Collection<PersonId> people) {
    String[] ids = ids(people);
    return storage.jdbc().sql("""
        select person_id, '' as purpose, answers, null::timestamptz as valid_until, seq
          from consent.imported join consent.source using (company_id, import_id)
         where company_id = ? and person_id = any (?::uuid[])
        union all
        select person_id, purpose, answer, valid_until, seq
          from consent.event where company_id = ? and person_id = any (?::uuid[])
         order by seq
        """).params(company.value(), ids, company.value(), ids).query(EventRows::said).list();
  }

  void remove(CompanyId company, Collection<PersonId> people) {
    for (String table : List.of("event", "imported")) {
      storage.jdbc()
          .sql("delete from consent." + table + " where company_id = ? and person_id = any (?::uuid[])")
          .params(company.value(), ids(people))
          .update();
    }
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject(1, UUID.class);
    return new Said(new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits()),
        row.getString(2), row.getString(3), instant(row.getObject(4, OffsetDateTime.class)));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static String[] ids(Collection<PersonId> people) {
    return people.stream().map(PersonId::toString).toArray(String[]::new);
  }
}
