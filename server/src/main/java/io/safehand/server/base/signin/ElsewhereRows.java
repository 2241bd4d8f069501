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
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of questions to another house, and of whom it may sign in. */
@Component
final class ElsewhereRows {
  private final JdbcClient jdbc;

  ElsewhereRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  record Owner(CompanyId company, AccountId account) {}

  void ask(SessionToken state, SessionToken browser, Question question, Instant ends) {
    jdbc.sql("""
        insert into signin.elsewhere_question
          (state_sha256, browser_sha256, nonce, verifier, company_id, account_id, ends_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .param(state.sha256())
        .param(browser.sha256())
        .param(question.nonce())
        .param(question.verifier())
        .param(question.company() == null ? null : question.company().value())
        .param(question.account() == null ? null : question.account().value())
        .param(ends.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Uses a question up: once, by the browser that asked it. */
  Optional<Question> take(SessionToken state, SessionToken browser, Instant now) {
    jdbc.sql("delete from signin.elsewhere_question where ends_at <= ?")
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql("""
        delete from signin.elsewhere_question where state_sha256 = ? and browser_sha256 = ?
        returning nonce, verifier, company_id, account_id
        """).params(state.sha256(), browser.sha256()).query((row, n) -> question(row)).optional();
  }

  /** False when somebody has this subject already. */
  boolean link(Account account, byte[] subject, UUID id, Instant at) {
    return jdbc
        .sql(
            """
                insert into signin.elsewhere (subject, link_id, company_id, account_id, added_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
        .params(subject, id, account.company().value(), account.id().value(), at.atOffset(ZoneOffset.UTC))
        .update() == 1;
  }

  Optional<Owner> owner(byte[] subject) {
    return jdbc.sql("select company_id, account_id from signin.elsewhere where subject = ?")
        .param(subject)
        .query((row, n) -> new Owner(new CompanyId(row.getObject(1, UUID.class)),
            new AccountId(row.getObject(2, UUID.class))))
        .optional();
  }

  List<SigningInElsewhere.Link> of(Account account) {
    return jdbc.sql(
        "select link_id, added_at from signin.elsewhere where company_id = ? and account_id = ? order by 1")
        .params(account.company().value(), account.id().value())
        .query((row, n) -> new SigningInElsewhere.Link(row.getObject(1, UUID.class),
            row.getObject(2, OffsetDateTime.class).toInstant()))
        .list();
  }

  boolean end(Account account, UUID id) {
    return jdbc.sql("delete from signin.elsewhere where company_id = ? and account_id = ? and link_id = ?")
        .params(account.company().value(), account.id().value(), id)
        .update() == 1;
  }

  private static Question question(ResultSet row) throws SQLException {
    UUID company = row.getObject(3, UUID.class);
    UUID account = row.getObject(4, UUID.class);
    return new Question(row.getString(1), row.getString(2), company == null ? null : new CompanyId(company),
        account == null ? null : new AccountId(account));
  }
}
