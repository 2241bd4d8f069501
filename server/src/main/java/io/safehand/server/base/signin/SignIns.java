package io.safehand.server.base.signin;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.nio.CharBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * With what accounts sign in: a name, unique on the installation and not a person's own, and a password of which only
 * its Argon2id hash is kept. A name that nobody has takes as long to refuse as a wrong password. May be used by many
 * threads.
 */
@Component
public final class SignIns {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 200;

  private final Storage storage;
  private final JdbcClient jdbc;
  private final Access access;
  private final Ledger ledger;
  private final Clock clock;
  private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final String nobodys = encoder.encode("a password that nobody has");

  SignIns(Storage storage, Access access, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.jdbc = storage.jdbc();
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Why a name or a password was not taken, with a stable code. */
  public enum Refusal {
    NAME_TAKEN, NAME_MALFORMED, PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_IS_NAME;

    public String code() {
      return "signin." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Gives the account a name and a password to sign in with, or another password; empty when that was done.
   *
   * @param password cleared by the caller
   */
  public Optional<Refusal> set(Account account, String name, char[] password) {
    String folded = folded(name);
    Optional<Refusal> refusal = refusal(folded, password);
    if (refusal.isPresent()) {
      return refusal;
    }
    String hash = encoder.encode(CharBuffer.wrap(password));
    return storage.in(account.company(), () -> {
      if (!write(account, folded, hash)) {
        return Optional.of(Refusal.NAME_TAKEN);
      }
      ledger.write(account.company(), account.who(), Act.PASSWORD_SET, Json.object());
      return Optional.empty();
    });
  }

  /** The living account that has this name and this password. */
  public Optional<Account> check(String name, char[] password) {
    Optional<Row> row = storage.inNone(() -> find("name = ?", folded(name)));
    boolean right = matches(row, password);
    return row.filter(found -> right).flatMap(found -> access.account(found.company(), found.account()));
  }

  /** Whether this is the account's password. */
  public boolean proves(Account account, char[] password) {
    Optional<Row> row = storage.in(account.company(),
        () -> find("company_id = ? and account_id = ?", account.company().value(), account.id().value()));
    return matches(row, password);
  }

  /** The account's sign-in name; empty for one that cannot sign in by name yet. */
  public Optional<String> name(Account account) {
    return storage.in(account.company(),
        () -> jdbc.sql("select name from signin.name where company_id = ? and account_id = ?")
            .params(account.company().value(), account.id().value())
            .query(String.class)
            .optional());
  }

  /** Since when the account can sign in with its present password; empty when nobody is in. */
  public Optional<Instant> since(Account account) {
    return storage.in(account.company(),
        () -> jdbc.sql("select set_at from signin.name where company_id = ? and account_id = ?")
            .params(account.company().value(), account.id().value())
            .query(OffsetDateTime.class)
            .optional()
            .map(OffsetDateTime::toInstant));
  }

  /** Whether nobody on this installation has a name to sign in with. */
  public boolean isEmpty() {
    return storage.inNone(
        () -> jdbc.sql("select not exists (select 1 from signin.name)").query(Boolean.class).single());
  }

  private boolean matches(Optional<Row> row, char[] password) {
    boolean possible = password.length <= LONGEST_PASSWORD;
    boolean right = encoder.matches(CharBuffer.wrap(possible ? password : new char[0]),
        row.map(Row::hash).orElse(nobodys));
    return right && possible && row.isPresent();
  }

  private static Optional<Refusal> refusal(String name, char[] password) {
    if (!name.matches("[\\p{IsAlphabetic}\\p{IsDigit}][\\p{IsAlphabetic}\\p{IsDigit}.@_-]{2,63}")) {
      return Optional.of(Refusal.NAME_MALFORMED);
    }
    if (password.length < SHORTEST_PASSWORD) {
      return Optional.of(Refusal.PASSWORD_SHORT);
    }
    if (password.length > LONGEST_PASSWORD) {
      return Optional.of(Refusal.PASSWORD_LONG);
    }
    return CharBuffer.wrap(password).toString().toLowerCase(Locale.ROOT).contains(name)
        ? Optional.of(Refusal.PASSWORD_IS_NAME)
        : Optional.empty();
  }

  private boolean write(Account account, String name, String hash) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    UUID company = account.company().value();
    return jdbc.sql("""
        update signin.name set password = ?, set_at = ? where company_id = ? and account_id = ? and name = ?
        """).params(hash, now, company, account.id().value(), name).update() == 1 || jdbc.sql("""
        insert into signin.name (name, company_id, account_id, password, set_at) values (?, ?, ?, ?, ?)
        on conflict do nothing
        """).params(name, company, account.id().value(), hash, now).update() == 1;
  }

  private Optional<Row> find(String where, Object... values) {
    return jdbc.sql("select company_id, account_id, password from signin.name where " + where)
        .params(values)
        .query((row, number) -> new Row(new CompanyId(row.getObject(1, UUID.class)),
            new AccountId(row.getObject(2, UUID.class)), row.getString(3)))
        .optional();
  }

  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private record Row(CompanyId company, AccountId account, String hash) {}
}
