package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.FakeHouse;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.Visitor;
import io.safehand.server.start.FreshPlaces;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** To another house and back, in a browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
  "safehand.clock=settable", "safehand.clock-start=2026-01-05T01:00:00Z", "safehand.unseal.mode=S0",
  "safehand.webhooks.seconds=0", "safehand.mail.inside=true"})
@ContextConfiguration(initializers = FreshPlaces.class)
@Execution(ExecutionMode.SAME_THREAD)
class ElsewherePageTest {
  private static final FakeHouse HOUSE = new FakeHouse();
  private static final int PORT = freePort();

  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Clock clock;

  @DynamicPropertySource
  static void house(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> PORT);
    properties.add("safehand.oidc.issuer", HOUSE::issuer);
    properties.add("safehand.address", () -> "http://127.0.0.1:" + PORT);
  }

  @AfterAll
  static void close() {
    HOUSE.close();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void linksOnesAccountAndSignsInByIt(Look look) {
    HOUSE.clock = clock;
    Account officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    HOUSE.subject = "subject of " + officer.who();
    try (Visitor visitor = Visitor.at(PORT, look)) {
      Page page = visitor.open("/sign-in");
      visitor.requireSound("sign-in-elsewhere");
      page.click("a[href='/sign-in/elsewhere']");
      page.waitForURL("**/sign-in?refused=console.elsewhere");
      visitor.requireSound("sign-in-elsewhere-refused");
      visitor.sure(officer, sessions).open("/account/elsewhere");
      visitor.requireSound("elsewhere");
      page.click("a[href='/account/elsewhere/new']");
      page.waitForURL("**/account/elsewhere?done=console.elsewhere-linked");
      visitor.requireSound("elsewhere-linked");
      page.context().clearCookies();
      visitor.open("/sign-in");
      page.click("a[href='/sign-in/elsewhere']");
      page.waitForURL("http://127.0.0.1:" + PORT + "/");
      assertThat(page.textContent(".account")).contains("officer");
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }
}
