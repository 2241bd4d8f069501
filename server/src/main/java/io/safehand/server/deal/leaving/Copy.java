package io.safehand.server.deal.leaving;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.decisions.MatterId;
import java.time.Instant;
import java.util.Optional;

/**
 * A copy of customers, from the request to what became of it.
 *
 * @param holder who asked for it, takes it and answers for it
 * @param people how many are in it
 * @param expires until when it can be taken
 * @param problem the stable code of why it came to nothing; empty otherwise
 */
public record Copy(CopyId id, AccountId holder, MatterId matter, State state, Wanted wanted, Instant asked,
    long people, Optional<Instant> ready, Optional<Instant> expires, Optional<Instant> taken,
    Optional<Instant> destroyed, String problem) {

  /** How it stands. */
  public enum State {
    /** Somebody asked; somebody else must approve. */
    ASKED,
    /** The file is being written. */
    WRITING,
    /** It can be taken once, until it expires. */
    READY,
    /** Its holder has it. */
    TAKEN,
    /** Its holder said that it is destroyed. */
    DESTROYED,
    /** Nobody took it; the file is erased. */
    EXPIRED,
    /** It was not written. */
    FAILED
  }
}
