package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts: an account with the roles it had when it was read. Doors take it as their "who"; those that need a role ask
 * {@link Access#holds} anew.
 *
 * @param handle a work name, unique in the company, never a person's own name
 * @param within all that this caller may ever use of the account's roles: every role for a person, less for a key
 */
public record Account(CompanyId company, AccountId id, String handle, Set<Role> roles, Set<Role> within) {
  public Account {
    roles = Set.copyOf(roles);
    within = Set.copyOf(within);
  }

  Account(CompanyId company, AccountId id, String handle, Set<Role> roles) {
    this(company, id, handle, roles, EnumSet.allOf(Role.class));
  }

  /** The same account for a caller that may use these of its roles and no other, now and later. */
  public Account within(Set<Role> some) {
    Set<Role> left = EnumSet.noneOf(Role.class);
    left.addAll(some);
    left.retainAll(within);
    Set<Role> now = EnumSet.noneOf(Role.class);
    now.addAll(roles);
    now.retainAll(left);
    return new Account(company, id, handle, now, left);
  }

  /** How the ledger names it. */
  public String who() {
    return id.toString();
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
