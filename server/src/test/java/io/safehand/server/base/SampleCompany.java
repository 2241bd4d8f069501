package io.safehand.server.base;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Company;
import io.safehand.server.base.access.Enrolment;
import io.safehand.server.base.access.Role;

/** A company made for one test, with its first two people, and more as the test asks for them. */
public final class SampleCompany {
  private final Access access;
  private final Account administrator;
  private final Account securityOfficer;

  private SampleCompany(Access access, Enrolment.Enrolled enrolled) {
    this.access = access;
    this.administrator = enrolled.administrator();
    this.securityOfficer = enrolled.securityOfficer();
  }

  public static SampleCompany in(Access access) {
    return of(Company.Kind.CLIENT, access);
  }

  /** One that runs the platform, and has clients of its own. */
  public static SampleCompany operating(Access access) {
    return of(Company.Kind.OPERATOR, access);
  }

  private static SampleCompany of(Company.Kind kind, Access access) {
    return new SampleCompany(access, access.enroll(new Enrolment("海棠家政", kind, "admin", "security")));
  }

  public CompanyId id() {
    return administrator.company();
  }

  public Account administrator() {
    return administrator;
  }

  public Account securityOfficer() {
    return securityOfficer;
  }

  /** An account with this role, given by the two. */
  public Account person(String handle, Role role) {
    Account account = access.add(administrator, handle).orElseThrow();
    access.propose(administrator, account.id(), role).ifPresent(SampleCompany::refused);
    access.confirm(securityOfficer, account.id(), role).ifPresent(SampleCompany::refused);
    return access.account(id(), account.id()).orElseThrow();
  }

  private static void refused(Enum<?> reason) {
    throw new AssertionError("a role was refused: " + reason);
  }
}
