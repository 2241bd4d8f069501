package io.safehand.server.deal.deals;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The change of control at the closing of an equity deal: an administrator asks, the security officer approves. Who comes
 * is appointed, who leaves loses every role, in one transaction. Somebody who stays or comes must be able to end the roles
 * of each who leaves; otherwise nothing happens. May be used by many threads.
 */
@Component
public final class ControlChanges {
  /** The kind of the matter that is decided. */
  public static final String KIND = "deal.control";

  private final Storage storage;
  private final DealRows rows;
  private final Access access;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Clock clock;

  ControlChanges(Storage storage, DealRows rows, Access access, Decisions decisions, Ledger ledger,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.decisions = decisions;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Asks for the change: the security officer approves exactly it. */
  public MatterId propose(CompanyId seller, DealId id, ChangeOfControl change, Account administrator) {
    return storage.in(seller, () -> {
      requireClosingEquity(seller, id);
      access.require(seller, administrator, Role.ADMINISTRATOR);
      MatterId matter = decisions.open(administrator,
          new Opening(KIND, id.subject(), hash(id, change), 1, Set.of(Role.SECURITY_OFFICER)));
      rows.propose(seller, id, matter, change.content(id));
      return matter;
    });
  }

  /** What was proposed last; empty when nothing was. */
  public Optional<Proposed> proposed(CompanyId seller, DealId id) {
    return storage.in(seller, () -> rows.proposed(seller, id));
  }

  /** A change as it was proposed. */
  public record Proposed(MatterId matter, ChangeOfControl change) {}

  /** The hash that the security officer votes on. */
  public String hash(DealId id, ChangeOfControl change) {
    return change.sha256(id);
  }

  /**
   * Changes control as it was proposed and decided, with one line that says so.
   *
   * @throws DealNotAllowed when it was not decided
   * @throws ControlNotChanged when a step is refused; nothing is kept then
   */
  public void change(CompanyId seller, DealId id, MatterId matter, Account by) {
    storage.run(seller, () -> {
      requireClosingEquity(seller, id);
      access.require(seller, by, Role.ADMINISTRATOR, Role.SECURITY_OFFICER);
      ChangeOfControl change = rows.proposed(seller, id)
          .filter(proposed -> proposed.matter().equals(matter))
          .orElseThrow(() -> new DealNotAllowed(Advance.Reason.OTHER_MATTER))
          .change();
      Matter decided = decisions.carryOut(seller, matter, KIND, id.subject(), hash(id, change))
          .orElseThrow(() -> new DealNotAllowed(Advance.Reason.NOT_DECIDED));
      Account administrator = access.account(seller, decided.author()).orElseThrow();
      change(change, administrator, access.account(seller, decided.votes().getFirst().by()).orElseThrow());
      rows.changeControl(seller, id, clock.instant());
      ledger.write(seller,
          ledger.line(by.who(), Act.CONTROL_CHANGED)
              .inDeal(id.toString())
              .byDecision(matter.toString())
              .with(Json.object()
                  .with("outgoing", change.outgoing().size())
                  .with("incoming", change.incoming().size())));
    });
  }

  private void requireClosingEquity(CompanyId seller, DealId id) {
    Deal deal = rows.lock(seller, id).orElseThrow(() -> new IllegalArgumentException("no such deal"));
    if (deal.terms().type() != DealType.EQUITY || deal.stage() != Stage.CLOSING) {
      throw new DealNotAllowed(Advance.Reason.OTHER_MATTER);
    }
  }

  private void change(ChangeOfControl change, Account administrator, Account officer) {
    List<AccountId> able = new ArrayList<>();
    for (ChangeOfControl.Appointment one : change.incoming()) {
      Account account = access.account(administrator.company(), one.handle())
          .or(() -> access.add(administrator, one.handle()))
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
