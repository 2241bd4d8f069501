package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Long work and how far it is.
 *
 * @param subject what it works on: kind and id, such as {@code deal/…}
 * @param by in whose name it runs, also after a restart
 * @param done how many people, rows or files are behind it
 * @param total how many there are; 0 while nobody knows
 * @param problem the stable code of why it failed; empty otherwise
 */
public record Run(CompanyId company, UUID id, String kind, String subject, AccountId by, State state,
    long done, long total, String problem, Instant begun, Optional<Instant> ended) {

  /** How it stands. */
  public enum State {
    RUNNING,
    /** Somebody cancelled it; it ends at its next step. */
    STOPPING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isOver() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }
}
