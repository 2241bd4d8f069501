package io.safehand.server.base.access;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Ends an account with its roles, and with it at once every session and key of it. One administrator or security officer
 * is enough, but not for oneself, and not for the last of either: the company would lose the power to give roles.
 */
@Component
public final class EndingAccounts {
  /** Nobody loses a role of a company while somebody else does. */
  static final String LOCK = "accounts";

  /** What a company needs at least one of. */
  static final Set<Role> NEEDED = Set.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER);

  private final Storage storage;
  private final Access access;
  private final Accounts accounts;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EndingAccounts(Storage storage, Access access, Accounts accounts, Ledger ledger,
      ApplicationEventPublisher events, Clock clock) {
    this.storage = storage;
    this.access = access;
    this.accounts = accounts;
    this.ledger = ledger;
    this.events = events;
    this.clock = clock;
  }

  /** Empty when the account has ended now. */
  public Optional<AccessRefusal> end(Account by, AccountId of) {
    CompanyId company = by.company();
    return storage.in(company, () -> {
      storage.lock(company, LOCK);
      Optional<AccessRefusal> refusal = refusal(by, of);
      if (refusal.isEmpty()) {
        accounts.end(company, of, clock.instant());
        ledger.write(company, by.who(), Act.ACCOUNT_ENDED, Json.object().with("account", of.toString()));
        events.publishEvent(new AccountEnded(company, of, by.id()));
      }
      return refusal;
    });
  }

  private Optional<AccessRefusal> refusal(Account by, AccountId of) {
    if (NEEDED.stream().noneMatch(role -> access.holds(by, role))) {
      return Optional.of(AccessRefusal.NOT_ALLOWED);
    }
    if (by.id().equals(of)) {
      return Optional.of(AccessRefusal.OWN_ACCOUNT);
    }
    if (!accounts.lock(by.company(), of)) {
      return Optional.of(AccessRefusal.UNKNOWN_ACCOUNT);
    }
    Set<Role> roles = accounts.roles(by.company(), of);
    boolean last = NEEDED.stream()
        .filter(roles::contains)
        .anyMatch(role -> accounts.isLast(by.company(), role));
    return last ? Optional.of(AccessRefusal.LAST_OF_ROLE) : Optional.empty();
  }
}
