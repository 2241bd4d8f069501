package io.safehand.server.site.demo;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Role;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import java.util.List;
import java.util.stream.Stream;

/** A company of the demonstration with the people who act in it. */
record Cast(CompanyId company, Account administrator, Account security, Account officer, Account lawyer,
    Account manager, Account staff) {

  static Cast enroll(Access access, String name, String prefix, Role officerRole) {
    Enrolment.Enrolled enrolled = access
        .enroll(new Enrolment(name, Company.Kind.CLIENT, prefix + "-admin", prefix + "-security"));
    return new Cast(enrolled.company().id(), enrolled.administrator(), enrolled.securityOfficer(),
        appoint(access, enrolled, prefix + "-officer", officerRole),
        appoint(access, enrolled, prefix + "-lawyer", Role.SELLER_LAWYER),
        appoint(access, enrolled, prefix + "-deals", Role.DEAL_MANAGER),
        appoint(access, enrolled, prefix + "-staff", Role.STAFF));
  }

  /** The same people again, who were enrolled before. */
  static Cast found(Access access, CompanyId company, String prefix) {
    return new Cast(company, known(access, company, prefix + "-admin"),
        known(access, company, prefix + "-security"), known(access, company, prefix + "-officer"),
        known(access, company, prefix + "-lawyer"), known(access, company, prefix + "-deals"),
        known(access, company, prefix + "-staff"));
  }

  private static Account known(Access access, CompanyId company, String handle) {
    return access.account(company, handle).orElseThrow();
  }

  private static Account appoint(Access access, Enrolment.Enrolled enrolled, String handle, Role role) {
    Account account = access.add(enrolled.administrator(), handle).orElseThrow();
    access.propose(enrolled.administrator(), account.id(), role).ifPresent(refusal -> {
      throw new IllegalStateException(refusal.code());
    });
    access.confirm(enrolled.securityOfficer(), account.id(), role).ifPresent(refusal -> {
      throw new IllegalStateException(refusal.code());
    });
    return access.account(account.company(), account.id()).orElseThrow();
  }

  /** Lets everybody who works on it know of the deal. */
  void letKnow(Assignments assignments, DealId deal) {
    Stream.of(officer, lawyer, security).forEach(person -> assignments.assign(deal, person.id(), manager));
  }

  List<Account> people() {
    return List.of(officer, lawyer, manager, security, administrator, staff);
  }
}
