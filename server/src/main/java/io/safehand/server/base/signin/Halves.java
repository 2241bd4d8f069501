package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** People whose first factor was right and whose code is awaited, for five minutes. */
@Component
final class Halves {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Storage storage;
  private final Access access;
  private final Clock clock;
  private final SecureRandom random;

  Halves(Storage storage, Access access, Clock clock, SecureRandom random) {
    this.storage = storage;
    this.access = access;
    this.clock = clock;
    this.random = random;
  }

  /** Who it is, and by what. */
  record Half(Account account, Factor first) {}

  SessionToken begin(Account account, Factor first) {
    SessionToken token = SessionToken.fresh(random);
    storage.run(account.company(), () -> {
      storage.jdbc().sql("delete from signin.half where ends_at <= ?").param(now()).update();
      storage.jdbc()
          .sql(
              "insert into signin.half (token_sha256, company_id, account_id, ends_at, first) values (?, ?, ?, ?, ?)")
          .params(token.sha256(), account.company().value(), account.id().value(), now().plus(LONGEST),
              first.name())
          .update();
    });
    return token;
  }

  Optional<Half> find(SessionToken token) {
    Optional<Row> row = storage.inNone(() -> storage.jdbc()
        .sql("select company_id, account_id, first from signin.half where token_sha256 = ? and ends_at > ?")
        .params(token.sha256(), now())
        .query((found, n) -> new Row(new CompanyId(found.getObject(1, UUID.class)),
            new AccountId(found.getObject(2, UUID.class)), Factor.valueOf(found.getString(3))))
        .optional());
    return row.flatMap(half -> access.account(half.company(), half.account())
        .map(account -> new Half(account, half.first())));
  }

  /** True for one caller only. */
  boolean end(SessionToken token) {
    return storage.inNone(() -> storage.jdbc()
        .sql("delete from signin.half where token_sha256 = ?")
        .param(token.sha256())
        .update() == 1);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private record Row(CompanyId company, AccountId account, Factor first) {}
}
