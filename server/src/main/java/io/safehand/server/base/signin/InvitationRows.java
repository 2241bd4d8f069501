package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of invitations, one an account at most. */
@Component
final class InvitationRows {
  private final JdbcClient jdbc;

  InvitationRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  record Row(CompanyId company, AccountId account, Instant ends) {}

  void put(Account account, SessionToken token, Instant ends) {
    end(account);
    jdbc.sql(
        "insert into signin.invitation (token_sha256, company_id, account_id, ends_at) values (?, ?, ?, ?)")
        .params(token.sha256(), account.company().value(), account.id().value(),
            ends.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(SessionToken token) {
    return jdbc.sql("select company_id, account_id, ends_at from signin.invitation where token_sha256 = ?")
        .param(token.sha256())
        .query((row, n) -> new Row(new CompanyId(row.getObject(1, UUID.class)),
            new AccountId(row.getObject(2, UUID.class)), row.getObject(3, OffsetDateTime.class).toInstant()))
        .optional();
  }

  Optional<Instant> ends(CompanyId company, AccountId account) {
    return jdbc.sql("select ends_at from signin.invitation where company_id = ? and account_id = ?")
        .params(company.value(), account.value())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Whoever else accepts with this token waits, and then finds nothing. */
  boolean lock(Account account, SessionToken token) {
    return jdbc
        .sql(
            """
                select 1 from signin.invitation where token_sha256 = ? and company_id = ? and account_id = ? for update
                """)
        .params(token.sha256(), account.company().value(), account.id().value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void end(Account account) {
    jdbc.sql("delete from signin.invitation where company_id = ? and account_id = ?")
        .params(account.company().value(), account.id().value())
        .update();
  }
}
