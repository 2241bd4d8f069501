package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sessions. */
@Component
final class SessionRows {
  private static final String SESSION = """
      select session_id, company_id, account_id, begun_at, seen_at, ends_at, stepped_up_at, factors
        from signin.session
      """;

  private final JdbcClient jdbc;

  SessionRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void add(Session session, SessionToken token) {
    jdbc.sql("""
        insert into signin.session
          (token_sha256, session_id, company_id, account_id, begun_at, seen_at, ends_at, factors)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """)
        .params(token.sha256(), session.id(), session.company().value(), session.account().value(),
            time(session.begun()), time(session.seen()), time(session.ends()), names(session.factors()))
        .update();
  }

  /** Deletes what ended before. */
  void endOver(Instant before) {
    jdbc.sql("delete from signin.session where ends_at < ?").param(time(before)).update();
  }

  Optional<Session> find(SessionToken token) {
    return jdbc.sql(SESSION + "where token_sha256 = ?")
        .param(token.sha256())
        .query((row, number) -> session(row))
        .optional();
  }

  List<Session> of(Account account) {
    return jdbc.sql(SESSION + "where company_id = ? and account_id = ? order by begun_at desc")
        .params(account.company().value(), account.id().value())
        .query((row, number) -> session(row))
        .list();
  }

  List<Session> ofCompany(CompanyId company) {
    return jdbc.sql(SESSION + "where company_id = ? order by begun_at desc")
        .param(company.value())
        .query((row, number) -> session(row))
        .list();
  }

  boolean end(CompanyId company, UUID session) {
    return jdbc.sql("delete from signin.session where company_id = ? and session_id = ?")
        .params(company.value(), session)
        .update() == 1;
  }

  void seen(UUID session, Instant at) {
    jdbc.sql("update signin.session set seen_at = ? where session_id = ?").params(time(at), session).update();
  }

  Optional<Instant> steppedUp(UUID session) {
    return jdbc
        .sql("select stepped_up_at from signin.session where session_id = ? and stepped_up_at is not null")
        .param(session)
        .query((row, number) -> instant(row, 1))
        .optional();
  }

  void steppedUp(UUID session, Instant at) {
    jdbc.sql("update signin.session set stepped_up_at = ? where session_id = ?")
        .params(time(at), session)
        .update();
  }

  boolean end(Account account, UUID session) {
    return jdbc.sql("delete from signin.session where company_id = ? and account_id = ? and session_id = ?")
        .params(account.company().value(), account.id().value(), session)
        .update() == 1;
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(row.getObject(1, UUID.class), new CompanyId(row.getObject(2, UUID.class)),
        new AccountId(row.getObject(3, UUID.class)), instant(row, 4), instant(row, 5), instant(row, 6),
        Optional.ofNullable(row.getObject(7, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        Stream.of(row.getString(8).split(" ")).map(Factor::valueOf).collect(Collectors.toSet()));
  }

  private static String names(Set<Factor> factors) {
    return factors.stream().map(Factor::name).sorted().collect(Collectors.joining(" "));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
