package io.safehand.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A server is killed in the middle of each run of a hand-over; the next one, hours later, goes on by itself. In the end
 * everybody is with the buyer once. Once in each run; with {@code -Dsafehand.faults=all} ten times.
 */
class KilledHandOverTest {
  private static final int TIMES = "all".equals(System.getProperty("safehand.faults")) ? 10 : 1;
  private final Path folder = TestCluster.folder("killed-handover");
  private Instant now = Instant.parse("2026-01-05T01:00:00Z");

  @Test
  void eachRunGoesOnAndNobodyIsLostOrTwice() throws IOException {
    for (String run : List.of("handover.release", "handover.receive", "handover.rekey")) {
      for (int time = 0; time < TIMES; time++) {
        KilledServer server = start();
        assertThat(server.says("under way " + run, 1)).as("%s", server.words()).isTrue();
        server.kill();
        assertThat(server.words()).noneMatch(line -> line.startsWith("over " + run));
      }
    }
    KilledServer last = start();
    assertThat(last.says("idle", 1)).as("%s", last.words()).isTrue();
    last.kill();
    assertThat(last.words()).contains("over handover.rekey DONE ");
    String[] people = last.words()
        .stream()
        .filter(line -> line.startsWith("people "))
        .findFirst()
        .orElseThrow()
        .split(" ");
    assertThat(people[1]).as("all different, and as many as the receipt says")
        .isEqualTo(people[2])
        .isEqualTo(people[3]);
  }

  private KilledServer start() throws IOException {
    now = now.plus(Duration.ofHours(2));
    return KilledServer.start(List.of(HandOverWork.class), List.of(), folder, "hand over",
        "--killed.folder=" + folder, "--safehand.clock=settable", "--safehand.clock-start=" + now);
  }
}
