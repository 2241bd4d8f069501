package io.safehand.server.site.console;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Proposal;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.SignIns;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Roles that wait for the security officer, of people who are in. */
@Component
final class RolesToConfirm implements Awaited {
  private final Access access;
  private final SignIns signIns;

  RolesToConfirm(Access access, SignIns signIns) {
    this.access = access;
    this.signIns = signIns;
  }

  @Override
  public List<Item> of(Account account) {
    if (!access.holds(account, Role.SECURITY_OFFICER)) {
      return List.of();
    }
    return access.proposals(account.company())
        .stream()
        .map(Proposal::account)
        .distinct()
        .filter(id -> !id.equals(account.id()))
        .flatMap(id -> access.account(account.company(), id).stream())
        .flatMap(asked -> signIns.since(asked)
            .map(since -> new Item("console.waiting.roles", asked.handle(), "/people", Optional.of(since)))
            .stream())
        .toList();
  }
}
