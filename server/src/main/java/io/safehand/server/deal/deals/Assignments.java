package io.safehand.server.deal.deals;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Knowing;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may know of a deal: whoever opened it, and whom somebody assigned that knows of it. To everybody else in the
 * company it does not exist, on no page and in no answer. May be used by many threads.
 */
@Component
public final class Assignments implements Knowing {
  private final Storage storage;
  private final DealRows rows;
  private final Access access;
  private final Ledger ledger;
  private final Clock clock;

  Assignments(Storage storage, DealRows rows, Access access, Ledger ledger, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The deals that this account knows of, oldest first. */
  public List<Deal> deals(Account account) {
    return storage.in(account.company(), () -> rows.assigned(account.company(), account.id()));
  }

  /** The deal, if this account knows of it. */
  public Optional<Deal> deal(Account account, DealId id) {
    return storage.in(account.company(),
        () -> rows.isAssigned(account.company(), id, account.id())
            ? rows.find(account.company(), id)
            : Optional.empty());
  }

  @Override
  public boolean mayKnow(Account by, String subject) {
    return DealId.ofSubject(subject).map(id -> deal(by, id).isPresent()).orElse(true);
  }

  /** Whom the deal is known to. */
  public List<Account> people(CompanyId company, DealId id) {
    return storage.in(company,
        () -> rows.people(company, id)
            .stream()
            .flatMap(account -> access.account(company, account).stream())
            .toList());
  }

  /**
   * Lets another account of the company know of the deal.
   *
   * @return false when nobody of this id works for the company
   * @throws NotAllowed when the one who assigns does not lead deals, or does not know of this one
   */
  public boolean assign(DealId id, AccountId whom, Account by) {
    CompanyId company = by.company();
    return storage.in(company, () -> {
      access.require(company, by, Role.DEAL_MANAGER);
      if (!rows.isAssigned(company, id, by.id())) {
        throw new NotAllowed();
      }
      if (access.account(company, whom).isEmpty()) {
        return false;
      }
      add(id, whom, by);
      return true;
    });
  }

  void add(DealId id, AccountId whom, Account by) {
    if (!rows.assign(by.company(), id, whom, by.id(), clock.instant())) {
      return;
    }
    ledger.write(by.company(),
        ledger.line(by.who(), Act.DEAL_ASSIGNED)
            .inDeal(id.toString())
            .with(Json.object().with("account", whom.toString())));
  }
}
