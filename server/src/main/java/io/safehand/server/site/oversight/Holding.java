package io.safehand.server.site.oversight;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.api.RequestRefused;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds that people place and lift. Every call asks for the role of who takes it. */
@Component
class Holding {
  private static final String SOURCE = "officer";
  private static final Role[] SEERS = {Role.AUDITOR, Role.SECURITY_OFFICER, Role.SELLER_OFFICER,
    Role.SELLER_LAWYER};
  private static final Role[] PLACERS = {Role.SECURITY_OFFICER, Role.SELLER_OFFICER, Role.SELLER_LAWYER};

  private final Standing standing;
  private final Access access;
  private final Assignments assignments;

  Holding(Standing standing, Access access, Assignments assignments) {
    this.standing = standing;
    this.access = access;
    this.assignments = assignments;
  }

  /** A hold as somebody asks for it. */
  record Wanted(String kind, String subject, String effect, String reason, Optional<Instant> until) {}

  List<Hold> all(Account by) {
    access.require(by.company(), by, SEERS);
    return standing.all(by.company()).stream().filter(hold -> mayKnow(by, hold)).toList();
  }

  /** To an auditor every deal is known. */
  private boolean mayKnow(Account by, Hold hold) {
    return by.has(Role.AUDITOR) || hold.subject()
        .deal()
        .map(deal -> assignments.deal(by, DealId.parse(deal)).isPresent())
        .orElse(true);
  }

  UUID place(Account by, Wanted wanted) {
    access.require(by.company(), by, PLACERS);
    try {
      Subject subject = new Subject(Subject.Kind.valueOf(wanted.kind()), wanted.subject());
      requireOwn(by, subject);
      Placing placing = new Placing(subject, Hold.Effect.valueOf(wanted.effect()), wanted.reason(), SOURCE,
          wanted.until());
      return standing.place(by.company(), placing, by.who());
    } catch (IllegalArgumentException malformed) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "holds.malformed");
    }
  }

  void lift(Account by, UUID hold) {
    access.require(by.company(), by, Role.SECURITY_OFFICER);
    if (all(by).stream().noneMatch(known -> known.id().equals(hold))
        || !standing.lift(by.company(), hold, by.who())) {
      throw new RequestRefused(RequestRefused.Kind.NOT_FOUND, "holds.not-in-force");
    }
  }

  private void requireOwn(Account by, Subject subject) {
    CompanyId company = by.company();
    boolean own = switch (subject.kind()) {
      case COMPANY -> subject.equals(Subject.of(company));
      case DEAL, ROOM -> assignments.deal(by, DealId.parse(subject.id())).isPresent();
      case ACCOUNT -> access.account(company, new AccountId(UUID.fromString(subject.id()))).isPresent();
      case PERSON, PARTNER -> subject.id().matches("[0-9a-fA-F-]{32,36}");
    };
    if (!own) {
      throw new RequestRefused(RequestRefused.Kind.UNPROCESSABLE, "holds.unknown-subject");
    }
  }
}
