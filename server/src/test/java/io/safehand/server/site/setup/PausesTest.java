package io.safehand.server.site.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.server.start.SettableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PausesTest {
  private final Pauses pauses = new Pauses(new SettableClock(Instant.parse("2026-01-05T01:00:00Z")));

  @Test
  void wrongTriesElsewhereHoldUpNeitherThisMachineNorAnotherNetwork() {
    pauses.of(from("192.0.2.7")).tried();
    assertThat(pauses.of(from("192.0.2.7")).tried()).as("a second try at once").isPresent();
    assertThat(pauses.of(from("192.0.2.8")).tried()).isEmpty();
    assertThat(pauses.of(from("127.0.0.1")).tried()).isEmpty();
  }

  @Test
  void addressesOfOneCustomerAreOneNetwork() {
    pauses.of(from("2001:db8:1:2::9")).tried();
    assertThat(pauses.of(from("2001:db8:1:2:3:4:5:6")).tried()).isPresent();
  }

  @Test
  void whatAProxyHandsOnIsNotThisMachine() {
    for (String header : List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")) {
      MockHttpServletRequest handedOn = from("127.0.0.1");
      handedOn.addHeader(header, "192.0.2.7");
      pauses.of(handedOn).tried();
    }
    assertThat(pauses.of(from("127.0.0.1")).tried()).isEmpty();
  }

  @Test
  void manyNetworksDoNotFillTheMemory() {
    pauses.of(from("192.0.2.7")).tried();
    for (int n = 0; n < 1_000; n++) {
      pauses.of(from("10.0." + n / 250 + "." + n % 250)).tried();
    }
    assertThat(pauses.of(from("192.0.2.7")).tried()).as("forgotten").isEmpty();
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }
}
