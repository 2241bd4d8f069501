package io.safehand.core.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was said about a purpose.
 *
 * @param notice number of the purpose's notice that it was said to; 0 for none
 * @param recorded when it was recorded
 * @param earlier when it was said, if that was before: the date on a paper
 */
public record Said(StandingAnswer answer, long notice, Instant recorded, Optional<Instant> earlier) {
  Instant at() {
    return earlier.orElse(recorded);
  }
}
