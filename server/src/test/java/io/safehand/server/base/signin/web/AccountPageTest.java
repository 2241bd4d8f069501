package io.safehand.server.base.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Authenticator;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class AccountPageTest {
  private static final String PASSWORD = "廊下风铃第三声响-4152";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  SignIns signIns;
  @Autowired
  SecondFactors factors;
  @Autowired
  ApiKeys keys;
  @Autowired
  Clock clock;

  private Account officer;

  @BeforeEach
  void anOfficerWithAPassword() {
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(signIns.set(officer, "officer-" + officer.who(), PASSWORD.toCharArray())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void connectsAnAppAfterProvingAgainAndProvesByItFromThenOn(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/account");
      visitor.requireSound("account");
      visitor.open("/account/app");
      assertThat(visitor.place()).startsWith("/step-up");
      prove(page, PASSWORD);
      assertThat(visitor.place()).isEqualTo("/account/app");
      visitor.requireSound("app");
      Authenticator app = new Authenticator(page.textContent("#secret"), clock);
      page.fill("#code", app.code());
      page.click("main form button");
      page.waitForSelector(".codes");
      assertThat(factors.has(officer)).isTrue();
      ((SettableClock) clock).advance(Duration.ofMinutes(6));
      visitor.open("/account/keys");
      visitor.requireSound("step-up-by-code");
      prove(page, app.code());
      assertThat(visitor.place()).isEqualTo("/account/keys");
    }
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void makesAKeyThatIsShownOnceAndEndsIt(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/account/keys");
      prove(page, PASSWORD);
      page.fill("#name", "bookkeeping");
      page.check("input[name=roles]");
      page.click("form[action='/account/keys'] button");
      page.waitForSelector("#key-secret");
      visitor.requireSound("key-made");
      String secret = page.textContent("#key-secret");
      assertThat(keys.find(secret).orElseThrow().roles()).isEqualTo(Set.of(Role.SELLER_OFFICER));
      visitor.open("/account/keys");
      assertThat(page.content()).doesNotContain(secret);
      page.click("table form button");
      page.waitForURL("**?done=signin.key-ended");
      visitor.requireSound("keys");
      assertThat(keys.find(secret)).isEmpty();
    }
  }

  @Test
  void endsAnotherBrowsersSessionAndEveryOtherOneWithANewPassword() {
    try (Visitor here = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions);
        Visitor there = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions)) {
      there.open("/account");
      Page page = here.open("/account");
      page.click("table form button");
      page.waitForURL("**/account?done=signin.session-ended");
      there.open("/account");
      assertThat(there.place()).startsWith("/sign-in");
      there.as(officer, sessions).open("/account");
      here.open("/account/password");
      prove(page, PASSWORD);
      here.requireSound("password");
      page.fill("#password", "蓼花红时渡口又见-7713");
      page.click("main form button");
      page.waitForURL("**/account?done=signin.password");
      there.open("/account");
      assertThat(there.place()).startsWith("/sign-in");
    }
  }

  private static void prove(Page page, String proof) {
    page.fill("#proof", proof);
    page.waitForNavigation(() -> page.click("main form button"));
  }
}
