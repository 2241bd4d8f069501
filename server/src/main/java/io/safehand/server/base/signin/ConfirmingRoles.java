package io.safehand.server.base.signin;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The second half of giving a role, by pages: only to an account that somebody has come into, so that whoever confirms can
 * ask that person. Before, the link is still in the hands of whoever invited. May be used by many threads.
 */
@Component
public final class ConfirmingRoles {
  private final Access access;
  private final SignIns signIns;

  ConfirmingRoles(Access access, SignIns signIns) {
    this.access = access;
    this.signIns = signIns;
  }

  /** Empty when the role is given now. */
  public Optional<AccessRefusal> confirm(Account by, AccountId to, Role role) {
    return access.account(by.company(), to).filter(account -> signIns.name(account).isEmpty()).isPresent()
        ? Optional.of(AccessRefusal.NOT_IN)
        : access.confirm(by, to, role);
  }
}
