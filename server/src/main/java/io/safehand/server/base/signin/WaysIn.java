package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import org.springframework.stereotype.Component;

/** All ways into an account, to be closed at once. Called inside a transaction of the company. */
@Component
final class WaysIn {
  private static final List<String> TABLES = List.of("session", "half", "invitation", "api_key", "totp",
      "recovery_code", "passkey", "elsewhere");

  private final Storage storage;

  WaysIn(Storage storage) {
    this.storage = storage;
  }

  /** Closes all but the sign-in name and its password. */
  void close(CompanyId company, AccountId account) {
    TABLES.forEach(table -> delete(table, company, account));
  }

  void closeForEver(CompanyId company, AccountId account) {
    close(company, account);
    delete("name", company, account);
  }

  private void delete(String table, CompanyId company, AccountId account) {
    storage.jdbc()
        .sql("delete from signin." + table + " where company_id = ? and account_id = ?")
        .params(company.value(), account.value())
        .update();
  }
}
