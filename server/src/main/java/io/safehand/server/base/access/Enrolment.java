package io.safehand.server.base.access;

import java.util.Set;

/**
 * A new company and its first two people.
 *
 * @param administrator handle of who adds accounts and proposes roles
 * @param securityOfficer handle of who confirms them
 * @param besides what the security officer is besides: in a small firm the second person of every act
 */
public record Enrolment(String name, Company.Kind kind, String administrator, String securityOfficer,
    Set<Role> besides) {
  public Enrolment {
    besides = Set.copyOf(besides);
    if (name.isBlank() || administrator.isBlank() || administrator.equals(securityOfficer)) {
      throw new IllegalArgumentException("a company has a name and two different first people");
    }
  }

  public Enrolment(String name, Company.Kind kind, String administrator, String securityOfficer) {
    this(name, kind, administrator, securityOfficer, Set.of());
  }

  /** What came of it. */
  public record Enrolled(Company company, Account administrator, Account securityOfficer) {}
}
