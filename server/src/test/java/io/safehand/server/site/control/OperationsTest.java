package io.safehand.server.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.start.TestCluster;
import io.safehand.server.start.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those see who watch the server. */
@PagesTest
class OperationsTest {
  private static final String METRICS = "/actuator/prometheus";

  @LocalServerPort
  int port;

  @Test
  void healthSaysNothingButItsState() throws Exception {
    assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/actuator").statusCode()).isEqualTo(404);
  }

  @Test
  void metricsAreForThisMachineAlone() throws Exception {
    try (TestServer server = TestServer.withPages()) {
      Program here = Program.withoutKey(server.port());
      assertThat(new String(here.get(METRICS).body(), StandardCharsets.UTF_8)).contains("safehand_open 1.0",
          "jvm_memory_used_bytes", "hikaricp_connections");
      for (String proxy : List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")) {
        assertThat(here.send(here.request(METRICS).header(proxy, "for=192.0.2.1")).status()).as(proxy)
            .isEqualTo(404);
      }
    }
  }

  @Test
  void fromElsewhereMetricsNeedTheTokenOfTheSettings() throws Exception {
    Path file = Files.writeString(TestCluster.folder("token").resolve("token"), "a token for metrics\n");
    try (TestServer server = TestServer.withPages("safehand.watch.metrics-token-file=" + file)) {
      Program proxied = Program.withoutKey(server.port());
      assertThat(asked(proxied, "Bearer a token for metrics")).isEqualTo(200);
      for (String wrong : List.of("Bearer a token for metric", "Bearer ", "a token for metrics",
          "Bearer null")) {
        assertThat(asked(proxied, wrong)).as(wrong).isEqualTo(404);
      }
    }
  }

  private static int asked(Program program, String authorization) {
    return program
        .send(program.request(METRICS).header("Via", "1.1 proxy").header("Authorization", authorization))
        .status();
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
