package io.safehand.server.govern.duties;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of duties. Called inside a transaction of the company. */
@Component
final class DutyRows {
  private static final String DUTY = """
      select duty_id, obligation_id, assignee, day, state, done_at, reference from duties.duty where company_id = ?
      """;

  private final JdbcClient jdbc;

  DutyRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** False when it was there. */
  boolean add(CompanyId company, Duty duty) {
    return jdbc
        .sql(
            """
                insert into duties.duty (company_id, obligation_id, assignee, day, duty_id, state) values (?, ?, ?, ?, ?, 'OPEN')
                on conflict (company_id, obligation_id, assignee, day) do nothing
                """)
        .params(company.value(), duty.obligation().value(), duty.assignee().value(), duty.day(),
            duty.id().value())
        .update() == 1;
  }

  Optional<Duty> lock(CompanyId company, DutyId id) {
    return jdbc.sql(DUTY + "and duty_id = ? for update")
        .params(company.value(), id.value())
        .query(DutyRows::duty)
        .optional();
  }

  List<Duty> open(CompanyId company, AccountId assignee, int most) {
    return jdbc.sql(DUTY + "and assignee = ? and state = 'OPEN' order by day, duty_id limit ?")
        .params(company.value(), assignee.value(), most)
        .query(DutyRows::duty)
        .list();
  }

  List<Duty> of(CompanyId company, ObligationId obligation) {
    return jdbc.sql(DUTY + "and obligation_id = ? order by day, assignee")
        .params(company.value(), obligation.value())
        .query(DutyRows::duty)
        .list();
  }

  /** The last day on which this account did it. */
  Optional<LocalDate> lastDone(CompanyId company, ObligationId obligation, AccountId assignee) {
    return jdbc.sql("""
        select max(done_on) from duties.duty
         where company_id = ? and obligation_id = ? and assignee = ? having max(done_on) is not null
        """)
        .params(company.value(), obligation.value(), assignee.value())
        .query((row, number) -> row.getObject(1, LocalDate.class))
        .optional();
  }

  void done(CompanyId company, DutyId id, DutyProof proof, Instant at, LocalDate on) {
    jdbc.sql("""
        update duties.duty set state = 'DONE', done_at = ?, done_on = ?, form = ?, reference = ?
         where company_id = ? and duty_id = ?
        """)
        .params(at.atOffset(ZoneOffset.UTC), on, proof.form().name(), proof.reference(), company.value(),
            id.value())
        .update();
  }

  void drop(CompanyId company, DutyId id) {
    jdbc.sql(
        "update duties.duty set state = 'DROPPED' where company_id = ? and duty_id = ? and state = 'OPEN'")
        .params(company.value(), id.value())
        .update();
  }

  void held(CompanyId company, DutyId id, UUID hold) {
    jdbc.sql("update duties.duty set hold_id = ? where company_id = ? and duty_id = ?")
        .params(hold, company.value(), id.value())
        .update();
  }

  /** The hold that the duty placed, and from now on does not know any more. */
  Optional<UUID> released(CompanyId company, DutyId id) {
    Optional<UUID> hold = jdbc.sql("""
        select hold_id from duties.duty where company_id = ? and duty_id = ? and hold_id is not null
        """).params(company.value(), id.value()).query(UUID.class).optional();
    jdbc.sql("update duties.duty set hold_id = null where company_id = ? and duty_id = ?")
        .params(company.value(), id.value())
        .update();
    return hold;
  }

  private static Duty duty(ResultSet row, int number) throws SQLException {
    return new Duty(new DutyId(row.getObject(1, UUID.class)), new ObligationId(row.getObject(2, UUID.class)),
        new AccountId(row.getObject(3, UUID.class)), row.getObject(4, LocalDate.class),
        Duty.State.valueOf(row.getString(5)),
        Optional.ofNullable(row.getObject(6, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString(7)));
  }
}
