package io.safehand.server.base.access;

import io.safehand.core.person.CompanyId;
import java.util.Set;

/**
 * Who acts: an account with the roles it had when it was read. Doors take it as their "who"; those that need a role ask
 * {@link Access#holds} anew.
 *
 * @param handle a work name, unique in the company, never a person's own name
 */
public record Account(CompanyId company, AccountId id, String handle, Set<Role> roles) {
  public Account {
    roles = Set.copyOf(roles);
  }

  /** How the ledger names it. */
  public String who() {
    return id.toString();
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }
}
