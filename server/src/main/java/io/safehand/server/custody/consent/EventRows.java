package io.safehand.server.custody.consent;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Said;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of events and imported answers. */
@Component
final class EventRows {
  /** The purpose under which the consent of a guardian stands; no declared purpose can have this name. */
  static final String GUARDIAN = ".guardian";

  /** One thing said; without a purpose for imported answers, whose {@code answer} is the compact text. */
  record SaidRow(PersonId person, String purpose, String answer, long seq, Said how) {
    boolean isImported() {
      return purpose.isEmpty();
    }

    /** Each purpose that it speaks of; one, but for imported answers. */
    void each(BiConsumer<String, Said> hearing) {
      if (!isImported()) {
        hearing.accept(purpose, how);
        return;
      }
      AnswerCodes.read(answer)
          .forEach((named, one) -> hearing.accept(named, new Said(one, 0, how.recorded(), Optional.empty())));
    }
  }

  private final Storage storage;

  EventRows(Storage storage) {
    this.storage = storage;
  }

  /** @param notice the number of the purpose's notice that it was said to; 0 for none */
  void add(CompanyId company, PersonId person, ConsentFact fact, int notice) {
    storage.lock(company, "consent/" + person);
    ConsentEvent event = fact.event();
    Circumstances how = event.how();
    storage.jdbc()
        .sql(
            """
                insert into consent.event (company_id, person_id, purpose, answer, at, valid_until, said_by, method,
                  provenance, event_id, said_at, notice, language, served, expression, separate, surface, speaker)
                values (?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        .params(company.value(), person.toString(), fact.purpose(), event.answer().name(), utc(fact.at()))
        .param(event.validUntil().map(EventRows::utc).orElse(null))
        .params(fact.by(), event.method().code(), event.provenance(), fact.id())
        .param(how.saidAt().map(EventRows::utc).orElse(null))
        .params(notice, how.notice().map(ServedNotice::language).orElse(""),
            how.notice().map(ServedNotice::served).orElse(""), how.expression().code(), how.separate(),
            how.surface().code(), how.speaker().code())
        .update();
  }

  /** What is stored of an event besides the person; the purpose may be the {@link #GUARDIAN}'s. */
  record ConsentFact(UUID id, String purpose, ConsentEvent event, Instant at, String by) {}

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
  List<SaidRow> said(CompanyId company, Collection<PersonId> people) {
    String[] ids = ids(people);
    return storage.jdbc().sql("""
        select person_id, '' as purpose, answers, null::timestamptz as valid_until, seq, at,
               null::timestamptz as said_at, 0 as notice, 'person' as speaker
          from consent.imported join consent.source using (company_id, import_id)
         where company_id = ? and person_id = any (?::uuid[])
        union all
        select person_id, purpose, answer, valid_until, seq, at, said_at, notice, speaker
          from consent.event where company_id = ? and person_id = any (?::uuid[])
         order by seq
        """).params(company.value(), ids, company.value(), ids).query(EventRows::said).list();
  }

  void remove(CompanyId company, Collection<PersonId> people) {
    for (String table : List.of("event", "imported", "receipt")) {
      storage.jdbc()
          .sql("delete from consent." + table + " where company_id = ? and person_id = any (?::uuid[])")
          .params(company.value(), ids(people))
          .update();
    }
  }

  private static SaidRow said(ResultSet row, int number) throws SQLException {
    UUID person = row.getObject(1, UUID.class);
    boolean imported = row.getString(2).isEmpty();
    StandingAnswer answer = new StandingAnswer(imported ? Answer.UNKNOWN : Answer.valueOf(row.getString(3)),
        instant(row, 4), speaker(row, 9));
    return new SaidRow(new PersonId(person.getMostSignificantBits(), person.getLeastSignificantBits()),
        row.getString(2), row.getString(3), row.getLong(5),
        new Said(answer, row.getInt(8), instant(row, 6).orElseThrow(), instant(row, 7)));
  }

  static Speaker speaker(ResultSet row, int column) throws SQLException {
    return row.getString(column).equals(Speaker.GUARDIAN.code()) ? Speaker.GUARDIAN : Speaker.PERSON;
  }

  static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return instant(row.getObject(column, OffsetDateTime.class));
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
