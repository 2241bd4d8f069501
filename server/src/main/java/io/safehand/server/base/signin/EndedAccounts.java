package io.safehand.server.base.signin;

import io.safehand.server.base.access.AccountEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away whatever an account could be entered with, in the transaction in which it ends. */
@Component
final class EndedAccounts {
  private final WaysIn ways;

  EndedAccounts(WaysIn ways) {
    this.ways = ways;
  }

  @EventListener
  void ended(AccountEnded account) {
    ways.closeForEver(account.company(), account.account());
  }
}
