package io.safehand.server.govern.duties;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of obligations. Called inside a transaction of the company. */
@Component
final class ObligationRows {
  private static final String OBLIGATION = """
      select obligation_id, kind, part, subject_kind, subject, responsible, accountable, schedule, term, form, held_kind,
             held, held_reason, planned_until from duties.obligation where company_id = ?
      """;

  private final JdbcClient jdbc;

  ObligationRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** An obligation with its id, and up to which day its duties are there. */
  record Row(ObligationId id, Obligation obligation, Optional<LocalDate> planned) {}

  void add(CompanyId company, ObligationId id, Obligation of, String by, Instant at) {
    jdbc.sql(
        """
            insert into duties.obligation (company_id, obligation_id, kind, part, subject_kind, subject, responsible,
                                           accountable, schedule, term, form, held_kind, held, held_reason, begun_by, begun_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(company.value(), id.value(), of.kind(), of.part(), of.subject().kind().name(),
            of.subject().id(), of.responsible().stream().map(AccountId::value).toArray(UUID[]::new),
            of.accountable().value(), of.schedule().toString(), of.term().toString(), of.form().name())
        .param(of.effect().map(effect -> effect.held().kind().name()).orElse(null))
        .param(of.effect().map(effect -> effect.held().id()).orElse(null))
        .param(of.effect().map(Obligation.Effect::reason).orElse(null))
        .params(by, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Obligation> find(CompanyId company, ObligationId id) {
    return jdbc.sql(OBLIGATION + "and obligation_id = ?")
        .params(company.value(), id.value())
        .query(ObligationRows::row)
        .optional()
        .map(Row::obligation);
  }

  /** Those that go on and whose duties are not all there up to this day. */
  List<Row> unplanned(CompanyId company, LocalDate until) {
    return jdbc
        .sql(OBLIGATION
            + """
                and ended_at is null and (planned_until is null or planned_until < ? or schedule like 'A/%') order by obligation_id
                """)
        .params(company.value(), until)
        .query(ObligationRows::row)
        .list();
  }

  void planned(CompanyId company, ObligationId id, LocalDate until) {
    jdbc.sql("update duties.obligation set planned_until = ? where company_id = ? and obligation_id = ?")
        .params(until, company.value(), id.value())
        .update();
  }

  boolean end(CompanyId company, ObligationId id, Instant at) {
    return jdbc
        .sql(
            """
                update duties.obligation set ended_at = ? where company_id = ? and obligation_id = ? and ended_at is null
                """)
        .params(at.atOffset(ZoneOffset.UTC), company.value(), id.value())
        .update() == 1;
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Optional<String> held = Optional.ofNullable(row.getString(11));
    String id = row.getString(12);
    String reason = row.getString(13);
    return new Row(new ObligationId(row.getObject(1, UUID.class)),
        new Obligation(row.getString(2), row.getInt(3),
            new Subject(Subject.Kind.valueOf(row.getString(4)), row.getString(5)),
            Stream.of((UUID[]) row.getArray(6).getArray()).map(AccountId::new).collect(Collectors.toSet()),
            new AccountId(row.getObject(7, UUID.class)), Schedule.parse(row.getString(8)),
            Term.parse(row.getString(9)), Obligation.Form.valueOf(row.getString(10)),
            held.map(kind -> new Obligation.Effect(new Subject(Subject.Kind.valueOf(kind), id), reason))),
        Optional.ofNullable(row.getObject(14, LocalDate.class)));
  }
}
