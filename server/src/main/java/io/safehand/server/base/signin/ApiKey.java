package io.safehand.server.base.signin;

import io.safehand.server.base.access.Role;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A program's key to its owner's account, without its secret.
 *
 * @param name what its owner calls it
 * @param roles those of the owner's roles that it may use, while the owner has them
 * @param lastDay it opens nothing after this day
 * @param lastUsed empty while it was never used
 */
public record ApiKey(UUID id, String name, Set<Role> roles, LocalDate lastDay, Optional<LocalDate> lastUsed) {
  public ApiKey {
    roles = Set.copyOf(roles);
  }
}
