package io.safehand.server.site.setup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Between wrong tries from one place one waits: a second after the first, then twice as long each time, a minute at
 * most, so that nobody tries fast and nobody locks the others out. In memory: while a server is sealed nothing can be
 * counted by keyed hash. May be used by many threads.
 */
final class Pause {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int STEPS = 6;

  private final Clock clock;
  private int wrong;
  private Instant next = Instant.MIN;

  Pause(Clock clock) {
    this.clock = clock;
  }

  /** Takes the next try, as if it were wrong; empty when it may be made, else from when on. */
  synchronized Optional<Instant> tried() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return Optional.of(next);
    }
    Duration longer = Duration.ofSeconds(1L << Math.min(wrong, STEPS));
    next = now.plus(longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
    wrong++;
    return Optional.empty();
  }

  /** The try was right. */
  synchronized void over() {
    wrong = 0;
    next = Instant.MIN;
  }
}
