package io.safehand.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A server is killed at any moment of an import or of an erasure, or its database is. The next start takes everything
 * up: what was acknowledged is there, the import ends with exactly the people of its file, erased stays erased, the log
 * verifies.
 *
 * <p>A few rounds; with {@code -Dsafehand.faults=all} (profile {@code faults}) forty, and twenty of the database.
 */
class KilledServerTest {
  private static final boolean ALL = "all".equals(System.getProperty("safehand.faults"));
  private static final int SERVER_ROUNDS = ALL ? 40 : 2;
  private static final int DATABASE_ROUNDS = ALL ? 20 : 1;
  private static final int CUSTOMERS = 25_000;
  private static final int UNAVAILABLE = 69;
  private final Random dice = new Random(20_261_124);
  private final Path folder = TestCluster.folder("killed");

  @Test
  void losesNothingThatItAcknowledged() throws Exception {
    Files.createFile(folder.resolve("promises"));
    try (Writer to = Files.newBufferedWriter(folder.resolve("customers.csv"))) {
      new SampleCustomers(SampleCustomers.SEED, SampleCustomers.AS_OF).write(CUSTOMERS, to);
    }
    undisturbed();
    for (int round = 0; round < SERVER_ROUNDS; round++) {
      killed(round);
    }
    for (int round = 0; round < DATABASE_ROUNDS; round++) {
      withoutDatabase();
    }
    KilledServer last = KilledServer.start(List.of(), folder, "erase");
    assertThat(last.says("verified", 1)).as("%s", last.words()).isTrue();
    last.kill();
  }

  /** Says how many people the file holds. */
  private void undisturbed() throws IOException {
    KilledServer server = KilledServer.start(List.of(), folder, "import");
    assertThat(server.says("idle", 1)).as("%s", server.words()).isTrue();
    end(server);
  }

  private void killed(int round) throws IOException {
    boolean importing = round % 2 == 0;
    KilledServer server = KilledServer.start(List.of(), folder, importing ? "import" : "erase");
    assertThat(server.says("verified", 1)).as("%s", server.words()).isTrue();
    boolean under = importing
        ? server.says("ack company", 1) && server.says("ack rows", dice.nextInt(CUSTOMERS / 4096))
        : server.says("ack erasing", 1 + dice.nextInt(10));
    assertThat(under).as("%s", server.words()).isTrue();
    aMoment();
    end(server);
  }

  private void withoutDatabase() throws IOException {
    KilledServer server = KilledServer.start(List.of(), folder, "erase");
    assertThat(server.says("ack erasing", 1 + dice.nextInt(10))).as("%s", server.words()).isTrue();
    aMoment();
    String pid = Files.readAllLines(folder.resolve("data/postgresql/cluster/postmaster.pid")).getFirst();
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    assertThat(server.hearTheRest()).as("%s", server.words()).isEqualTo(UNAVAILABLE);
    assertThat(server.words()).filteredOn(line -> line.startsWith("safehand: the embedded database ended"))
        .hasSize(1);
    server.keepPromises(folder);
  }

  private void end(KilledServer server) throws IOException {
    server.kill();
    server.keepPromises(folder);
  }

  /** Any moment between two promises. */
  private void aMoment() {
    long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(dice.nextInt(150_000));
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
