package io.safehand.server.base.decisions;

import io.safehand.server.base.access.Role;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A matter to be opened.
 *
 * @param kind a stable dotted code such as {@code deal.release}
 * @param subject what it is about: kind and id
 * @param contentHash hex SHA-256 of exactly what is decided
 * @param needed how many must approve
 * @param approvers the roles that may vote
 */
public record Opening(String kind, String subject, String contentHash, int needed, Set<Role> approvers) {
  public Opening {
    approvers = Set.copyOf(approvers);
    if (!kind.matches("[a-z][a-z0-9.-]{0,79}") || !contentHash.matches("[0-9a-f]{64}") || needed < 1
        || approvers.isEmpty()) {
      throw new IllegalArgumentException("a matter has a kind, a SHA-256 and at least one approver");
    }
  }

  String approverNames() {
    return approvers.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }
}
