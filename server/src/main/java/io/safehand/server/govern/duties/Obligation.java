package io.safehand.server.govern.duties;

import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Subject;
import java.util.Optional;
import java.util.Set;

/**
 * What must be done, by whom, how often, and with which proof.
 *
 * @param kind stable and dotted, such as {@code retention.review}
 * @param part which of the twenty parts it serves
 * @param subject what it is about
 * @param responsible who does it; each has a duty of their own
 * @param accountable who answers for it, and is told when it is not done; never one of those who do it
 * @param term how long there is from the day on which a duty falls
 * @param form the kind of proof without which it is not done
 * @param effect what is held while it is overdue
 */
public record Obligation(String kind, int part, Subject subject, Set<AccountId> responsible,
    AccountId accountable, Schedule schedule, Term term, Form form, Optional<Effect> effect) {
  /** What proves that it was done. */
  public enum Form {
    /** A filed paper. */
    PAPER,
    /** The hash of a document or record elsewhere in the house. */
    RECORD,
    /** A statement of the one who did it. */
    ATTESTATION
  }

  /** A hold that lasts while the duty is overdue. */
  public record Effect(Subject held, String reason) {
    Placing placing() {
      return Placing.freeze(held, reason, "govern.duties");
    }
  }

  public Obligation {
    responsible = Set.copyOf(responsible);
    if (!kind.matches("[a-z][a-z0-9.-]{0,79}") || part < 1 || part > 21) {
      throw new IllegalArgumentException("an obligation has a stable dotted kind and serves one of 21 parts");
    }
    if (responsible.isEmpty() || responsible.contains(accountable)) {
      throw new IllegalArgumentException("somebody does it, and somebody else answers for it");
    }
  }
}
