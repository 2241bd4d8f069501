package io.safehand.server.base.signin;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One browser that somebody signed in with.
 *
 * @param id names it in lists and in the log; it opens nothing
 * @param ends when it ends whatever happens
 * @param steppedUp when its owner last proved again who they are
 * @param factors with what it was begun
 */
public record Session(UUID id, CompanyId company, AccountId account, Instant begun, Instant seen,
    Instant ends, Optional<Instant> steppedUp, Set<Factor> factors) {
  public Session {
    factors = Set.copyOf(factors);
  }
}
