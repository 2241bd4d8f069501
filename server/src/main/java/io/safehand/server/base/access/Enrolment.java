package io.safehand.server.base.access;

/**
 * A new company and its first two people.
 *
 * @param administrator handle of who adds accounts and proposes roles
 * @param securityOfficer handle of who confirms them
 */
public record Enrolment(String name, Company.Kind kind, String administrator, String securityOfficer) {
  public Enrolment {
    if (name.isBlank() || administrator.isBlank() || administrator.equals(securityOfficer)) {
      throw new IllegalArgumentException("a company has a name and two different first people");
    }
  }

  /** What came of it. */
  public record Enrolled(Company company, Account administrator, Account securityOfficer) {}
}
