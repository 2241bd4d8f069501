package io.safehand.server.site.guide;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.Secret;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A platform operator founds a firm that asked for it. The firm's two first people each get a link that works once; from
 * then on the operator sees nothing of the firm, and gives no role in it. May be used by many threads.
 */
@Component
final class Founding {
  private static final int LONGEST_NAME = 200;

  private final Storage storage;
  private final GuideRows rows;
  private final Access access;
  private final Parties parties;
  private final Invitations invitations;
  private final Ledger ledger;
  private final Clock clock;

  Founding(Storage storage, GuideRows rows, Access access, Parties parties, Invitations invitations,
      Ledger ledger, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.parties = parties;
    this.invitations = invitations;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What a firm says of itself.
   *
   * @param small fewer than ten people: the second person decides, as its lawyer, on what the first proposes
   */
  record Firm(String name, boolean small, Invitations.Newcomer administrator, Invitations.Newcomer second) {
    boolean isWellFormed() {
      return !name.isBlank() && name.length() <= LONGEST_NAME && administrator.isWellFormed()
          && second.isWellFormed() && !administrator.handle().equals(second.handle());
    }
  }

  /** The links of the two, each shown once. */
  record Links(Secret administrator, Secret second) {}

  /** Founds it; empty when something is malformed. */
  Optional<Links> found(Account operator, Firm firm) {
    require(operator);
    return firm.isWellFormed() ? Optional.of(enrol(operator, firm)) : Optional.empty();
  }

  private Links enrol(Account operator, Firm firm) {
    Enrolment.Enrolled enrolled = access
        .enroll(new Enrolment(firm.name().strip(), Company.Kind.CLIENT, firm.administrator().handle(),
            firm.second().handle(), firm.small() ? Set.of(Role.SELLER_LAWYER) : Set.of()));
    Account administrator = enrolled.administrator();
    storage.run(operator.company(), () -> {
      rows.add(operator.company(), new Founded(enrolled.company().id(), enrolled.company().name(),
          administrator.id(), enrolled.securityOfficer().id(), clock.instant()));
      ledger.write(operator.company(), operator.who(), Act.COMPANY_ENROLLED,
          Json.object().with("company", enrolled.company().id().toString()));
    });
    return storage.in(administrator.company(),
        () -> new Links(invite(administrator, administrator, firm.administrator()),
            invite(administrator, enrolled.securityOfficer(), firm.second())));
  }

  private Secret invite(Account administrator, Account who, Invitations.Newcomer described) {
    parties.describe(administrator, access.person(who.company(), who.id()).orElseThrow(), described.name(),
        described.mail());
    return invitations.again(administrator, who.id()).orElseThrow();
  }

  /** Another link for the administrator of a firm that this operator founded; empty once the account can sign in. */
  Optional<Secret> again(Account operator, UUID company) {
    require(operator);
    return all(operator).stream()
        .filter(founded -> founded.company().value().equals(company))
        .findFirst()
        .flatMap(founded -> access.account(founded.company(), founded.administrator()))
        .flatMap(administrator -> invitations.again(administrator, administrator.id()));
  }

  /** The firms that this operator founded, newest first. */
  List<Founded> all(Account operator) {
    require(operator);
    return storage.in(operator.company(), () -> rows.founded(operator.company()));
  }

  private void require(Account operator) {
    access.require(operator.company(), operator, Role.PLATFORM_OPERATOR);
  }
}
