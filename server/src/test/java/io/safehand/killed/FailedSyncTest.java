package io.safehand.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.site.demo.SampleCustomers;
import io.safehand.server.start.TestCluster;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A disk stops confirming writes under a running server. */
class FailedSyncTest {
  private static final int CUSTOMERS = 5_000;
  private static final int REFUSALS = 100;
  private final Path folder = TestCluster.folder("unsynced");
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void nothingIsAcknowledgedAfterAFailedSyncHealthIsDownAndARestartHoldsAll() throws Exception {
    FailingSyncs.require();
    Files.createFile(folder.resolve("promises"));
    try (Writer to = Files.newBufferedWriter(folder.resolve("customers.csv"))) {
      new SampleCustomers(SampleCustomers.SEED, SampleCustomers.AS_OF).write(CUSTOMERS, to);
    }
    KilledServer server = KilledServer.start(List.of(), folder, "import");
    assertThat(server.says("idle", 1)).as("%s", server.words()).isTrue();
    assertThat(health(server)).isEqualTo("UP");
    try (FailingSyncs failing = FailingSyncs.of(server.pid(), folder.resolve("trace"))) {
      assertThat(server.says("refused", REFUSALS)).as("%s", server.words()).isTrue();
      assertThat(failing.happened()).isTrue();
      assertThat(health(server)).isEqualTo("DOWN");
    }
    assertThat(server.says("refused", REFUSALS)).as("the disk is well again, what it holds is unknown")
        .isTrue();
    assertThat(health(server)).isEqualTo("DOWN");
    server.stop();
    assertThat(server.promisesAfter("refused")).isEmpty();
    server.keepPromises(folder);
    KilledServer next = KilledServer.start(List.of(), folder, "erase");
    assertThat(next.says("verified", 1)).as("%s", next.words()).isTrue();
    assertThat(health(next)).isEqualTo("UP");
    next.kill();
  }

  private String health(KilledServer server) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.port() + "/actuator/health");
    String body = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
    return body.contains("\"status\":\"DOWN\"") ? "DOWN" : body.contains("\"status\":\"UP\"") ? "UP" : body;
  }
}
