package io.safehand.server.site.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.browser.PagesTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those see who watch the server. */
@PagesTest
class OperationsTest {
  @LocalServerPort
  int port;

  @Test
  void healthSaysNothingButItsState() throws Exception {
    assertThat(get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
    assertThat(get("/actuator").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
