package io.safehand.server.govern.deadlines;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deadlines. Called inside a transaction of the company. */
@Component
final class DeadlineRows {
  private static final String DEADLINE = """
      select deadline_id, subject, regime, origin, term, grace, started_at, warn_at, due_at, escalate_at, left_to_warning,
             left_to_end, state, step
        from deadlines.deadline where company_id = ?
      """;

  private final JdbcClient jdbc;

  DeadlineRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, Deadline deadline) {
    Regime regime = deadline.regime();
    jdbc.sql(
        """
            insert into deadlines.deadline (company_id, deadline_id, subject, regime, origin, term, grace, started_at, warn_at,
                                            due_at, escalate_at, next_at, state, step)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', 'NONE')
            """)
        .params(company.value(), deadline.id().value(), deadline.subject(), regime.code(),
            regime.origin().name(), regime.term().toString(), regime.grace().toString(),
            time(deadline.startedAt()), time(deadline.warnAt()), time(deadline.dueAt()),
            time(deadline.escalateAt()), time(next(deadline, Deadline.Step.NONE)))
        .update();
  }

  List<Deadline> of(CompanyId company, String subject) {
    return jdbc.sql(DEADLINE + "and subject = ? order by deadline_id")
        .params(company.value(), subject)
        .query(DeadlineRows::deadline)
        .list();
  }

  /** Running ones with a step to take, locked; others that somebody works on are left to them. */
  List<Deadline> due(CompanyId company, Instant now, int most) {
    return jdbc
        .sql(DEADLINE
            + "and state = 'RUNNING' and next_at <= ? order by next_at limit ? for update skip locked")
        .params(company.value(), time(now), most)
        .query(DeadlineRows::deadline)
        .list();
  }

  void step(CompanyId company, Deadline deadline, Deadline.Step step) {
    jdbc.sql("update deadlines.deadline set step = ?, next_at = ? where company_id = ? and deadline_id = ?")
        .param(step.name())
        .param(step == Deadline.Step.ESCALATED ? null : time(next(deadline, step)))
        .params(company.value(), deadline.id().value())
        .update();
  }

  void move(CompanyId company, Deadline deadline) {
    boolean over = deadline.step() == Deadline.Step.ESCALATED;
    jdbc.sql(
        """
            update deadlines.deadline set state = ?, warn_at = ?, due_at = ?, escalate_at = ?, left_to_warning = ?,
                   left_to_end = ?, step = ?, next_at = ? where company_id = ? and deadline_id = ?
            """)
        .params(deadline.state().name(), time(deadline.warnAt()), time(deadline.dueAt()),
            time(deadline.escalateAt()))
        .param(deadline.left().map(left -> left.toWarning().toString()).orElse(null))
        .param(deadline.left().map(left -> left.toEnd().toString()).orElse(null))
        .param(deadline.step().name())
        .param(over ? null : time(next(deadline, deadline.step())))
        .params(company.value(), deadline.id().value())
        .update();
  }

  void end(CompanyId company, DeadlineId id, Deadline.State state, Instant at) {
    jdbc.sql(
        """
            update deadlines.deadline set state = ?, ended_at = ?, next_at = null where company_id = ? and deadline_id = ?
            """)
        .params(state.name(), time(at), company.value(), id.value())
        .update();
  }

  /** When the step behind this one is due. */
  private static Instant next(Deadline deadline, Deadline.Step step) {
    return switch (step) {
      case NONE -> deadline.warnAt();
      case WARNED -> deadline.dueAt();
      case MISSED, ESCALATED -> deadline.escalateAt();
    };
  }

  private static Deadline deadline(ResultSet row, int number) throws SQLException {
    Regime regime = new Regime(row.getString(3), Regime.Origin.valueOf(row.getString(4)),
        Term.parse(row.getString(5)), Term.parse(row.getString(6)));
    Optional<String> warning = Optional.ofNullable(row.getString(11));
    String end = row.getString(12);
    return new Deadline(new DeadlineId(row.getObject(1, UUID.class)), row.getString(2), regime,
        instant(row, 7), instant(row, 8), instant(row, 9), instant(row, 10),
        warning.map(left -> new Deadline.Left(Term.parse(left), Term.parse(end))),
        Deadline.State.valueOf(row.getString(13)), Deadline.Step.valueOf(row.getString(14)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
