package io.safehand.server.deal.leaving;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.MatterId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of copies. Each change names the state it begins from, so that of two only one counts. */
@Component
final class CopyRows {
  private static final String COPY = """
      select id, holder, matter_id, state, purposes, why, case_no, place, until_day, asked_at, people, ready_at,
             expires_at, taken_at, destroyed_at, problem from leaving.copy where company_id = ?
      """;

  private final JdbcClient jdbc;

  CopyRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(CompanyId company, Copy copy) {
    Wanted wanted = copy.wanted();
    String purposes = wanted.purposes().stream().map(Purpose::code).sorted().collect(Collectors.joining(" "));
    jdbc.sql(
        """
            insert into leaving.copy (company_id, id, holder, matter_id, state, purposes, why, case_no, place, until_day,
                                      asked_at, people, problem)
            values (?, ?, ?, ?, 'ASKED', ?, ?, ?, ?, ?, ?, 0, '')
            """)
        .params(company.value(), copy.id().value(), copy.holder().value(), copy.matter().value(), purposes,
            wanted.why().name(), wanted.matter(), wanted.place().name(), wanted.until(), time(copy.asked()))
        .update();
  }

  Optional<Copy> find(CompanyId company, CopyId id) {
    return jdbc.sql(COPY + "and id = ?")
        .params(company.value(), id.value())
        .query((row, number) -> copy(row))
        .optional();
  }

  /** Newest first. */
  List<Copy> all(CompanyId company, int most) {
    return jdbc.sql(COPY + "order by id desc limit ?")
        .params(company.value(), most)
        .query((row, number) -> copy(row))
        .list();
  }

  List<Copy> expired(CompanyId company, Instant now) {
    return jdbc.sql(COPY + "and state = 'READY' and expires_at <= ?")
        .params(company.value(), time(now))
        .query((row, number) -> copy(row))
        .list();
  }

  boolean writing(CompanyId company, CopyId id) {
    return change(company, id, "state = 'WRITING'", "ASKED");
  }

  boolean ready(CompanyId company, CopyId id, long people, Instant now, Instant expires) {
    return change(company, id, "state = 'READY', people = ?, ready_at = ?, expires_at = ?", "WRITING", people,
        time(now), time(expires));
  }

  boolean failed(CompanyId company, CopyId id, String problem) {
    return change(company, id, "state = 'FAILED', problem = ?", "WRITING", problem);
  }

  boolean taken(CompanyId company, CopyId id, Instant now) {
    return change(company, id, "state = 'TAKEN', taken_at = ?", "READY", time(now));
  }

  boolean expired(CompanyId company, CopyId id) {
    return change(company, id, "state = 'EXPIRED'", "READY");
  }

  boolean destroyed(CompanyId company, CopyId id, Instant now) {
    return change(company, id, "state = 'DESTROYED', destroyed_at = ?", "TAKEN", time(now));
  }

  private boolean change(CompanyId company, CopyId id, String set, String from, Object... values) {
    JdbcClient.StatementSpec statement = jdbc
        .sql("update leaving.copy set " + set + " where company_id = ? and id = ? and state = ?");
    for (Object value : values) {
      statement = statement.param(value);
    }
    return statement.param(company.value()).param(id.value()).param(from).update() == 1;
  }

  private static Copy copy(ResultSet row) throws SQLException {
    Wanted wanted = new Wanted(
        Stream.of(row.getString("purposes").split(" ", -1)).map(Purpose::new).collect(Collectors.toSet()),
        Wanted.Why.valueOf(row.getString("why")), row.getString("case_no"),
        Wanted.Place.valueOf(row.getString("place")), row.getObject("until_day", LocalDate.class));
    return new Copy(new CopyId(row.getObject("id", UUID.class)),
        new AccountId(row.getObject("holder", UUID.class)),
        new MatterId(row.getObject("matter_id", UUID.class)), Copy.State.valueOf(row.getString("state")),
        wanted, row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getLong("people"),
        instant(row, "ready_at"), instant(row, "expires_at"), instant(row, "taken_at"),
        instant(row, "destroyed_at"), row.getString("problem"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
