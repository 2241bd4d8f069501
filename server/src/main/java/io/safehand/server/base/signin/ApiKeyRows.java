package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of API keys. */
@Component
final class ApiKeyRows {
  private static final String KEY = """
      select key_id, name, roles, last_day, last_used, company_id, account_id from signin.api_key
      """;

  private final JdbcClient jdbc;

  ApiKeyRows(Storage storage) {
    this.jdbc = storage.jdbc();
  }

  /** A key and whose it is. */
  record Owned(ApiKey key, CompanyId company, AccountId account) {}

  void add(Account owner, ApiKey key, SessionToken secret) {
    jdbc.sql("""
        insert into signin.api_key (secret_sha256, key_id, company_id, account_id, name, roles, last_day)
        values (?, ?, ?, ?, ?, ?, ?)
        """)
        .params(secret.sha256(), key.id(), owner.company().value(), owner.id().value(), key.name(),
            names(key.roles()), key.lastDay())
        .update();
  }

  Optional<Owned> find(SessionToken secret) {
    return jdbc.sql(KEY + "where secret_sha256 = ?")
        .param(secret.sha256())
        .query((row, n) -> owned(row))
        .optional();
  }

  List<ApiKey> of(CompanyId company, AccountId account) {
    return jdbc.sql(KEY + "where company_id = ? and account_id = ? order by key_id")
        .params(company.value(), account.value())
        .query((row, n) -> owned(row).key())
        .list();
  }

  void used(UUID key, LocalDate day) {
    jdbc.sql("update signin.api_key set last_used = ? where key_id = ?").params(day, key).update();
  }

  boolean end(CompanyId company, AccountId account, UUID key) {
    return jdbc.sql("delete from signin.api_key where company_id = ? and account_id = ? and key_id = ?")
        .params(company.value(), account.value(), key)
        .update() == 1;
  }

  private static Owned owned(ResultSet row) throws SQLException {
    Set<Role> roles = Stream.of(row.getString(3).split(" ")).map(Role::valueOf).collect(Collectors.toSet());
    ApiKey key = new ApiKey(row.getObject(1, UUID.class), row.getString(2), roles,
        row.getObject(4, LocalDate.class), Optional.ofNullable(row.getObject(5, LocalDate.class)));
    return new Owned(key, new CompanyId(row.getObject(6, UUID.class)),
        new AccountId(row.getObject(7, UUID.class)));
  }

  private static String names(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }
}
