package io.safehand.server.site.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.start.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T01:00:00Z"));
  private final Pause pause = new Pause(clock);

  @Test
  void eachWrongTryDoublesTheWaitUpToAMinute() {
    for (int seconds : new int[]{1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(pause.tried()).isEmpty();
      assertThat(pause.tried()).contains(clock.instant().plusSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
    }
  }

  @Test
  void aRightOneForgetsThoseBefore() {
    pause.tried();
    pause.over();
    assertThat(pause.tried()).isEmpty();
    assertThat(pause.tried()).contains(clock.instant().plusSeconds(1));
  }
}
