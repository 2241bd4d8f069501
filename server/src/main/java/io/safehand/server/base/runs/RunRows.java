package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
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

/** The rows of runs. Called inside a transaction of the company. */
@Component
final class RunRows {
  private static final String RUN = """
      select company_id, run_id, kind, subject, by_account, state, done, total, problem, begun_at, ended_at
        from runs.run
      """;

  private final JdbcClient jdbc;

  RunRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** False when one of this kind works on the subject already. A run and the claim on it are there together. */
  boolean add(Run run) {
    boolean added = jdbc.sql("""
        insert into runs.run
          (company_id, run_id, kind, subject, by_account, state, done, total, problem, begun_at)
        values (?, ?, ?, ?, ?, ?, 0, 0, '', ?) on conflict do nothing
        """)
        .params(run.company().value(), run.id(), run.kind(), run.subject(), run.by().value(),
            run.state().name(), time(run.begun()))
        .update() == 1;
    if (added) {
      jdbc.sql("""
          insert into runs.claim (task_name, task_instance, execution_time, picked, version)
          values (?, ?, ?, false, 1)
          """).params(Claiming.TASK, Claiming.instance(run), time(run.begun())).update();
    }
    return added;
  }

  Optional<Run> find(CompanyId company, UUID id) {
    return jdbc.sql(RUN + "where company_id = ? and run_id = ?")
        .params(company.value(), id)
        .query((row, number) -> run(row))
        .optional();
  }

  /** Newest first. */
  List<Run> of(CompanyId company, String subject) {
    return jdbc.sql(RUN + "where company_id = ? and subject = ? order by begun_at desc, run_id desc limit 20")
        .params(company.value(), subject)
        .query((row, number) -> run(row))
        .list();
  }

  /** Notes how far it is; says how it stands. */
  Run.State reached(Run run, long done, long total) {
    jdbc.sql("update runs.run set done = ?, total = ? where company_id = ? and run_id = ?")
        .params(done, total, run.company().value(), run.id())
        .update();
    return find(run.company(), run.id()).map(Run::state).orElse(Run.State.CANCELLED);
  }

  boolean stop(CompanyId company, UUID id) {
    return jdbc.sql(
        "update runs.run set state = 'STOPPING' where company_id = ? and run_id = ? and state = 'RUNNING'")
        .params(company.value(), id)
        .update() == 1;
  }

  void end(Run run, Run.State state, String problem, Instant at) {
    jdbc.sql("""
        update runs.run set state = ?, problem = ?, ended_at = ? where company_id = ? and run_id = ?
        """).params(state.name(), problem, time(at), run.company().value(), run.id()).update();
  }

  private static Run run(ResultSet row) throws SQLException {
    return new Run(new CompanyId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class),
        row.getString(3), row.getString(4), new AccountId(row.getObject(5, UUID.class)),
        Run.State.valueOf(row.getString(6)), row.getLong(7), row.getLong(8), row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject(11, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
