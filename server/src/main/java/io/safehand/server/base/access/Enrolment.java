package io.safehand.server.base.access;

/**
 * A new company and its first two people.
 *
 * @param administrator handle of who adds accounts and proposes roles
 * @param securityOfficer handle of who confirms them
 * @param small fewer than ten people: the security officer is the second person of every act, as the firm's lawyer too
 */
public record Enrolment(String name, Company.Kind kind, String administrator, String securityOfficer,
    boolean small) {
  public Enrolment {
    if (name.isBlank() || administrator.isBlank() || administrator.equals(securityOfficer)) {
      throw new IllegalArgumentException("a company has a name and two different first people");
    }
  }

  public Enrolment(String name, Company.Kind kind, String administrator, String securityOfficer) {
    this(name, kind, administrator, securityOfficer, false);
  }

  /** What came of it. */
  public record Enrolled(Company company, Account administrator, Account securityOfficer) {}
}
