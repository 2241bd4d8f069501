package io.safehand.core.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person answered about one purpose, and how long that holds.
 *
 * @param until when a given answer runs out by itself
 */
public record StandingAnswer(Answer answer, Optional<Instant> until) {
  /** An answer that holds until there is another. */
  public static StandingAnswer of(Answer answer) {
    return new StandingAnswer(answer, Optional.empty());
  }

  /** The same as it stands at this moment: a given answer is expired from {@code until} on. */
  public StandingAnswer at(Instant now) {
    boolean over = until.filter(end -> !now.isBefore(end)).isPresent();
    return answer == Answer.GIVEN && over ? new StandingAnswer(Answer.EXPIRED, until) : this;
  }
}
