package io.safehand.core.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What was answered for a person about one purpose, and how long that holds.
 *
 * @param until when a given answer runs out by itself
 * @param by who said it; for a child only a guardian's yes counts
 */
public record StandingAnswer(Answer answer, Optional<Instant> until, Speaker by) {
  public StandingAnswer(Answer answer, Optional<Instant> until) {
    this(answer, until, Speaker.PERSON);
  }

  /** An answer of the person that holds until there is another. */
  public static StandingAnswer of(Answer answer) {
    return new StandingAnswer(answer, Optional.empty());
  }

  /** The same as it stands at this moment: a given answer is expired from {@code until} on. */
  public StandingAnswer at(Instant now) {
    boolean over = until.filter(end -> !now.isBefore(end)).isPresent();
    return answer.opens() && over ? as(Answer.EXPIRED) : this;
  }

  StandingAnswer as(Answer other) {
    return new StandingAnswer(other, until, by);
  }

  boolean isGuardians() {
    return by == Speaker.GUARDIAN;
  }
}
