package io.safehand.server.deal.deals;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Appoints who comes, then ends the roles of who leaves, in one transaction. Somebody who stays or comes must be able to
 * end the roles of each who leaves; otherwise nothing happens.
 */
@Component
final class ControlChanging {
  private final Access access;

  ControlChanging(Access access) {
    this.access = access;
  }

  void change(ChangeOfControl change, Account administrator, Account officer) {
    List<AccountId> able = new ArrayList<>();
    for (ChangeOfControl.Appointment one : change.incoming()) {
      Account account = access.add(administrator, one.handle())
          .orElseThrow(
              () -> new ControlNotChanged("a work name is taken, or the administrator is none any more"));
      refuse(access.propose(administrator, account.id(), one.role()));
      refuse(access.confirm(officer, account.id(), one.role()));
      if (one.role() == Role.ADMINISTRATOR || one.role() == Role.SECURITY_OFFICER) {
        able.add(account.id());
      }
    }
    able.add(administrator.id());
    able.add(officer.id());
    change.outgoing().forEach(leaving -> end(administrator.company(), leaving, able));
  }

  private void end(CompanyId company, AccountId leaving, List<AccountId> able) {
    Account account = access.account(company, leaving)
        .orElseThrow(() -> new ControlNotChanged("an account that leaves is not known"));
    Account by = able.stream()
        .filter(id -> !id.equals(leaving))
        .flatMap(id -> access.account(company, id).stream())
        .filter(one -> one.has(Role.ADMINISTRATOR) || one.has(Role.SECURITY_OFFICER))
        .findFirst()
        .orElseThrow(() -> new ControlNotChanged("nobody would be left who may end roles"));
    account.roles().forEach(role -> refuse(access.end(by, leaving, role)));
  }

  private static void refuse(Optional<AccessRefusal> refusal) {
    refusal.ifPresent(reason -> { throw new ControlNotChanged(reason.code()); });
  }
}
