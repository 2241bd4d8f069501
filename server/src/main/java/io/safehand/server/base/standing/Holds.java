package io.safehand.server.base.standing;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of holds. Called inside a transaction of the company. */
@Component
final class Holds {
  private final JdbcClient jdbc;

  Holds(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, Hold hold, String who) {
    jdbc.sql("""
        insert into standing.hold
          (company_id, hold_id, kind, subject, effect, reason, source, placed_by, placed_at, until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
        .params(company.value(), hold.id(), hold.subject().kind().name(), hold.subject().id(),
            hold.effect().name(), hold.reason(), hold.source(), who, time(hold.from()))
        .param(hold.until().map(Holds::time).orElse(null))
        .update();
  }

  boolean lift(CompanyId company, UUID hold, String who, Instant now) {
    return jdbc.sql("""
        update standing.hold set lifted_by = ?, lifted_at = ?
         where company_id = ? and hold_id = ? and lifted_at is null and (until is null or until > ?)
        """).params(who, time(now), company.value(), hold, time(now)).update() == 1;
  }

  List<Hold> inForce(CompanyId company, Subject subject, Instant now) {
    return jdbc
        .sql(
            """
                select hold_id, kind, subject, effect, reason, source, placed_at, until from standing.hold
                 where company_id = ? and kind = ? and subject = ? and lifted_at is null and (until is null or until > ?)
                 order by placed_at, hold_id
                """)
        .params(company.value(), subject.kind().name(), subject.id(), time(now))
        .query(Holds::hold)
        .list();
  }

  /** All of the company, the oldest first. */
  List<Hold> all(CompanyId company, Instant now) {
    return jdbc.sql("""
        select hold_id, kind, subject, effect, reason, source, placed_at, until from standing.hold
         where company_id = ? and lifted_at is null and (until is null or until > ?)
         order by placed_at, hold_id
        """).params(company.value(), time(now)).query(Holds::hold).list();
  }

  List<PersonId> peopleHeld(CompanyId company, Hold.Effect effect, Collection<PersonId> people, Instant now) {
    return jdbc.sql("""
        select distinct subject from standing.hold
         where company_id = ? and kind = 'PERSON' and effect = ? and subject = any (?)
           and lifted_at is null and (until is null or until > ?)
        """)
        .params(company.value(), effect.name(),
            people.stream().map(PersonId::toString).toArray(String[]::new), time(now))
        .query((row, n) -> PersonId.parse(row.getString(1)))
        .list();
  }

  private static Hold hold(ResultSet row, int number) throws SQLException {
    return new Hold(row.getObject(1, UUID.class),
        new Subject(Subject.Kind.valueOf(row.getString(2)), row.getString(3)),
        Hold.Effect.valueOf(row.getString(4)), row.getString(5), row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
