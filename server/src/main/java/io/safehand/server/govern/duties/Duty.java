package io.safehand.server.govern.duties;

import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One time of an obligation.
 *
 * @param day on which it falls; fixed, and with obligation and assignee its identity
 * @param result the hash or id of its proof, once it is done
 */
public record Duty(DutyId id, ObligationId obligation, AccountId assignee, LocalDate day, State state,
    Optional<Instant> doneAt, Optional<String> result) {
  /** How it stands; whether it is late says its deadline. */
  public enum State {
    OPEN,
    DONE,
    /** It fell away with its obligation. */
    DROPPED
  }
}
