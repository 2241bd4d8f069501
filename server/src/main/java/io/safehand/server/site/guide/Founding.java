package io.safehand.server.site.guide;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
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
    Enrolment enrolment = new Enrolment(firm.name().strip(), Company.Kind.CLIENT,
        firm.administrator().handle(), firm.second().handle(), firm.small());
    Begun begun = access.enroll(enrolment, enrolled -> begin(enrolled, firm));
    storage.run(operator.company(), () -> {
      rows.add(operator.company(), begun.founded());
      write(operator, Act.COMPANY_ENROLLED, begun.founded());
      write(operator, Act.INVITED, begun.founded());
    });
    return begun.links();
  }

  private record Begun(Founded founded, Links links) {}

  private Begun begin(Enrolment.Enrolled enrolled, Firm firm) {
    Founded founded = new Founded(enrolled.company().id(), enrolled.company().name(),
        enrolled.administrator().id(), enrolled.securityOfficer().id(), clock.instant());
    describe(enrolled.administrator(), firm.administrator());
    describe(enrolled.securityOfficer(), firm.second());
    return new Begun(founded, links(founded).orElseThrow());
  }

  private void describe(Account who, Invitations.Newcomer described) {
    parties.describe(who, access.person(who.company(), who.id()).orElseThrow(), described.name(),
        described.mail());
  }

  /** Other links for the two of a firm that this operator founded; empty once one of them can sign in. */
  Optional<Links> again(Account operator, UUID company) {
    require(operator);
    return all(operator).stream()
        .filter(founded -> founded.company().value().equals(company))
        .findFirst()
        .flatMap(founded -> links(founded).map(links -> {
          storage.run(operator.company(), () -> write(operator, Act.INVITED, founded));
          return links;
        }));
  }

  private Optional<Links> links(Founded founded) {
    CompanyId firm = founded.company();
    return storage.in(firm, () -> invitations.founding(firm, founded.administrator())
        .flatMap(
            first -> invitations.founding(firm, founded.second()).map(second -> new Links(first, second))));
  }

  private void write(Account operator, Act act, Founded founded) {
    ledger.write(operator.company(), operator.who(), act,
        Json.object().with("company", founded.company().toString()));
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
