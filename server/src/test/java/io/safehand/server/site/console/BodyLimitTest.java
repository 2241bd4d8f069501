package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.start.SettableClock;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class BodyLimitTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  SettableClock clock;
  private Program officer;

  @BeforeEach
  void aProgram() {
    officer = Program.withoutKey(port)
        .as(SampleCompany.in(access).person("officer", Role.SELLER_OFFICER), sessions, keys, clock);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-in/passkey", "/setup", "/api/v1/imports/table", "/none"})
  void whatSaysThatItIsTooLongIsRefusedBeforeItComes(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream()
          .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + (BodyLimit.MOST + 1)
              + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine()).contains(" 413 ");
    }
  }

  @Test
  void aBodyOfUnknownLengthIsCut() {
    String sheet = "/api/v1/imports/table";
    assertThat(chunked(sheet, BodyLimit.MOST + 1).problem()).endsWith("api.too-large");
    assertThat(chunked(sheet, BodyLimit.MOST).status()).isEqualTo(400);
  }

  @Test
  void aFileMayBeLonger() {
    assertThat(chunked("/api/v1/imports", BodyLimit.MOST + 1).status()).isEqualTo(422);
    assertThat(Policy.shipped().of("POST", "/receiving/" + UUID.randomUUID() + "/package"))
        .hasValueSatisfying(row -> assertThat(row.takesFile()).isTrue());
  }

  private Program.Answer chunked(String path, int bytes) {
    return officer.send(officer.request(path)
        .header("Content-Type", "application/octet-stream")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
  }
}
