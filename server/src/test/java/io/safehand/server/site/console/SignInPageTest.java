package io.safehand.server.site.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class SignInPageTest {
  private static final String PASSWORD = "七里山塘的早晨-1907";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  SignIns signIns;
  @Autowired
  Sessions sessions;

  private Account officer;
  private String name;

  @BeforeEach
  void aPersonWithAPassword() {
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    name = "officer-" + officer.who();
    assertThat(signIns.set(officer, name, PASSWORD.toCharArray())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void signsInAndOut(Look look) {
    try (Visitor visitor = Visitor.at(port, look)) {
      visitor.open("/");
      assertThat(visitor.place()).isEqualTo("/sign-in");
      visitor.requireSound("sign-in");
      send(visitor.page(), name, PASSWORD);
      assertThat(visitor.place()).isEqualTo("/");
      visitor.requireSound("home");
      if (visitor.page().locator(".navbar-toggler").isVisible()) {
        visitor.page().click(".navbar-toggler");
      }
      visitor.page().click(".account button");
      visitor.page().waitForURL("**/sign-in**");
      visitor.requireSound("signed-out");
      visitor.open("/");
      assertThat(visitor.place()).isEqualTo("/sign-in");
    }
  }

  @Test
  void saysTheSameToAWrongNameAndAWrongPassword() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP)) {
      visitor.open("/sign-in");
      send(visitor.page(), name, "not the password");
      String wrongPassword = visitor.page().innerText("main");
      visitor.requireSound("sign-in-refused");
      send(visitor.page(), "nobody-of-this-name", "not the password");
      assertThat(visitor.page().innerText("main")).isEqualTo(wrongPassword);
      assertThat(sessions.of(officer)).isEmpty();
    }
  }

  @Test
  void aTokenFromBeforeSigningInOpensNothing() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP)) {
      visitor.open("/sign-in");
      String before = visitor.page().context().cookies().getFirst().value;
      send(visitor.page(), name, PASSWORD);
      assertThat(visitor.page().context().cookies()).noneMatch(cookie -> cookie.value.equals(before));
    }
  }

  @Test
  void leadsBackToThePageThatWasWantedAndNowhereElse() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP)) {
      visitor.open("/step-up");
      assertThat(visitor.place()).isEqualTo("/sign-in?to=%2Fstep-up");
      send(visitor.page(), name, PASSWORD);
      assertThat(visitor.place()).isEqualTo("/step-up");
      visitor.open("/sign-in?to=//evil.example/");
      send(visitor.page(), name, PASSWORD);
      assertThat(visitor.place()).isEqualTo("/");
    }
  }

  @Test
  void whoTriesTheNameElsewhereDoesNotKeepItsOwnerOut() {
    try (Visitor owner = Visitor.at(port, Look.ZH_DESKTOP);
        Visitor other = Visitor.at(port, Look.ZH_DESKTOP)) {
      owner.open("/sign-in");
      send(owner.page(), name, PASSWORD);
      owner.page()
          .context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("safehand_session"));
      for (int n = 0; n < 7; n++) {
        other.open("/sign-in");
        send(other.page(), name, "not the password");
      }
      other.requireSound("sign-in-locked");
      owner.open("/sign-in");
      send(owner.page(), name, PASSWORD);
      assertThat(owner.place()).isEqualTo("/");
    }
  }

  private static void send(Page page, String name, String password) {
    page.fill("#name", name);
    page.fill("#password", password);
    page.waitForNavigation(() -> page.click("main button"));
  }
}
