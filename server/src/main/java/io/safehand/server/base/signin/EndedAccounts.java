package io.safehand.server.base.signin;

import io.safehand.server.base.access.AccountEnded;
import io.safehand.server.base.storage.Storage;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away whatever an account could be entered with, in the transaction in which it ends. */
@Component
final class EndedAccounts {
  private static final List<String> TABLES = List.of("session", "api_key", "name");

  private final Storage storage;

  EndedAccounts(Storage storage) {
    this.storage = storage;
  }

  @EventListener
  void ended(AccountEnded account) {
    for (String table : TABLES) {
      storage.jdbc()
          .sql("delete from signin." + table + " where company_id = ? and account_id = ?")
          .params(account.company().value(), account.account().value())
          .update();
    }
  }
}
