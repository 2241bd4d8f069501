package io.safehand.server.govern.deadlines;

import io.safehand.server.base.calendar.Term;
import java.time.Instant;
import java.util.Optional;

/**
 * A deadline and how it stands.
 *
 * @param subject what has to be done: kind and id, such as {@code case/…}
 * @param warnAt when four fifths of it are used up
 * @param escalateAt when it is passed on, unless it is met before
 * @param left while it pauses: what is left, taken from the due time of the moment
 * @param step the last that was taken
 */
public record Deadline(DeadlineId id, String subject, Regime regime, Instant startedAt, Instant warnAt,
    Instant dueAt, Instant escalateAt, Optional<Left> left, State state, Step step) {
  /** Whether it still runs. */
  public enum State {
    RUNNING,
    PAUSED,
    /** What was to be done was done, in time or late. */
    MET,
    /** Nothing is to be done any more. */
    DROPPED
  }

  /** What happened on the way, each once and in this order. */
  public enum Step {
    NONE, WARNED, MISSED, ESCALATED
  }

  /** What is left of the deadline, and to its warning, while it pauses. */
  public record Left(Term toWarning, Term toEnd) {}

  /** Whether its end lies behind this moment and it is neither met nor dropped. */
  public boolean isLate(Instant now) {
    return state == State.RUNNING && !now.isBefore(dueAt);
  }

  /** The step that is due at this moment; the last one when several are. */
  Step dueStep(Instant now) {
    if (!now.isBefore(escalateAt)) {
      return Step.ESCALATED;
    }
    if (!now.isBefore(dueAt)) {
      return Step.MISSED;
    }
    return now.isBefore(warnAt) ? Step.NONE : Step.WARNED;
  }
}
