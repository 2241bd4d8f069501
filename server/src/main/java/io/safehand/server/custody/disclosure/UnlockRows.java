package io.safehand.server.custody.disclosure;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.storage.Storage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of unlocks and of the day's budgets. */
@Component
final class UnlockRows {
  private final JdbcClient jdbc;

  UnlockRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  void unlock(Account by, Instant ends) {
    jdbc.sql("""
        insert into disclosure.unlock (company_id, account_id, ends_at) values (?, ?, ?)
        on conflict (company_id, account_id) do update set ends_at = excluded.ends_at
        """).params(by.company().value(), by.id().value(), ends.atOffset(ZoneOffset.UTC)).update();
  }

  Optional<Instant> ends(Account by) {
    return jdbc.sql("select ends_at from disclosure.unlock where company_id = ? and account_id = ?")
        .params(by.company().value(), by.id().value())
        .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
        .optional();
  }

  int read(Account by, LocalDate day) {
    return jdbc
        .sql("select people from disclosure.bulk_day where company_id = ? and account_id = ? and day = ?")
        .params(by.company().value(), by.id().value(), day)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** One statement, so that calls at the same time never take more than there is. */
  boolean take(Account by, LocalDate day, int people, int most) {
    return people <= most && jdbc.sql("""
        insert into disclosure.bulk_day as present (company_id, account_id, day, people) values (?, ?, ?, ?)
        on conflict (company_id, account_id, day) do update set people = present.people + excluded.people
         where present.people + excluded.people <= ?
        """).params(by.company().value(), by.id().value(), day, people, most).update() == 1;
  }
}
