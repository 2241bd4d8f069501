package io.safehand.server.base.recovery;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.MatterId;
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

/** The rows of recoveries. Called inside a transaction of the company. */
@Component
final class RecoveryRows {
  private static final String ROW = """
      select account_id, matter_id, ready_at from recovery.recovery where company_id = ?
      """;

  private final JdbcClient jdbc;

  RecoveryRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  boolean add(CompanyId company, AccountId account, MatterId matter) {
    return jdbc
        .sql(
            """
                insert into recovery.recovery (company_id, account_id, matter_id) values (?, ?, ?) on conflict do nothing
                """)
        .params(company.value(), account.value(), matter.value())
        .update() == 1;
  }

  List<Recovery> all(CompanyId company) {
    return jdbc.sql(ROW + "order by account_id").param(company.value()).query((row, n) -> read(row)).list();
  }

  boolean isOpen(CompanyId company, AccountId account) {
    return jdbc.sql("select exists (select 1 from recovery.recovery where company_id = ? and account_id = ?)")
        .params(company.value(), account.value())
        .query(Boolean.class)
        .single();
  }

  /** Others who want the same row wait from here on. */
  Optional<Recovery> lock(CompanyId company, AccountId account) {
    return jdbc.sql(ROW + "and account_id = ? for update")
        .params(company.value(), account.value())
        .query((row, n) -> read(row))
        .optional();
  }

  void ready(CompanyId company, AccountId account, Instant at) {
    jdbc.sql("update recovery.recovery set ready_at = ? where company_id = ? and account_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), company.value(), account.value())
        .update();
  }

  boolean end(CompanyId company, AccountId account) {
    return jdbc.sql("delete from recovery.recovery where company_id = ? and account_id = ?")
        .params(company.value(), account.value())
        .update() == 1;
  }

  private static Recovery read(ResultSet row) throws SQLException {
    return new Recovery(new AccountId(row.getObject(1, UUID.class)),
        new MatterId(row.getObject(2, UUID.class)),
        Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
  }
}
