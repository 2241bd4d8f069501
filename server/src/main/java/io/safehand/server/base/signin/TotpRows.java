package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.SealedTexts;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of time-based codes and recovery codes. Called inside a transaction of the company. */
@Component
final class TotpRows {
  private final JdbcClient jdbc;
  private final SealedTexts texts;

  TotpRows(Storage storage, SealedTexts texts) {
    this.jdbc = storage.jdbc();
    this.texts = texts;
  }

  /** In place of an earlier one. The step whose code confirmed it counts as used. */
  void put(Account account, PersonalText secret, long step, Instant at) {
    jdbc.sql("""
        insert into signin.totp (company_id, account_id, secret, last_step, since) values (?, ?, ?, ?, ?)
        on conflict (company_id, account_id) do update
          set secret = excluded.secret, last_step = excluded.last_step, since = excluded.since
        """)
        .params(account.company().value(), account.id().value(),
            texts.seal(account.company(), place(account), secret), step, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<PersonalText> secret(Account account) {
    CompanyId company = account.company();
    return jdbc.sql("select secret from signin.totp where company_id = ? and account_id = ?")
        .params(company.value(), account.id().value())
        .query(byte[].class)
        .optional()
        .map(sealed -> texts.open(company, place(account), sealed));
  }

  /** Uses a step up: true for one caller only, and never again for this step or an earlier one. */
  boolean use(Account account, long step) {
    return jdbc.sql("""
        update signin.totp set last_step = ? where company_id = ? and account_id = ? and last_step < ?
        """).params(step, account.company().value(), account.id().value(), step).update() == 1;
  }

  boolean end(Account account) {
    endCodes(account);
    return jdbc.sql("delete from signin.totp where company_id = ? and account_id = ?")
        .params(account.company().value(), account.id().value())
        .update() == 1;
  }

  void endCodes(Account account) {
    jdbc.sql("delete from signin.recovery_code where company_id = ? and account_id = ?")
        .params(account.company().value(), account.id().value())
        .update();
  }

  void addCodes(Account account, List<byte[]> hashes) {
    hashes.forEach(
        hash -> jdbc.sql("insert into signin.recovery_code (company_id, account_id, sha256) values (?, ?, ?)")
            .params(account.company().value(), account.id().value(), hash)
            .update());
  }

  boolean useCode(Account account, byte[] hash) {
    return jdbc.sql("delete from signin.recovery_code where company_id = ? and account_id = ? and sha256 = ?")
        .params(account.company().value(), account.id().value(), hash)
        .update() == 1;
  }

  int codesLeft(Account account) {
    return jdbc.sql("select count(*) from signin.recovery_code where company_id = ? and account_id = ?")
        .params(account.company().value(), account.id().value())
        .query(Integer.class)
        .single();
  }

  private static String place(Account account) {
    return "signin.totp.secret/" + account.id();
  }
}
