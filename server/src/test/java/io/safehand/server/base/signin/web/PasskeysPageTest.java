package io.safehand.server.base.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Factor;
import io.safehand.server.base.signin.Passkey;
import io.safehand.server.base.signin.Passkeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With the virtual authenticator of a real browser. */
@PagesTest
class PasskeysPageTest {
  private static final String PASSWORD = "沙鸥翔集锦鳞游-1046";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  SignIns signIns;
  @Autowired
  Sessions sessions;
  @Autowired
  Passkeys passkeys;

  private Account officer;
  private String name;

  @BeforeEach
  void anOfficerWithAPassword() {
    officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    name = "officer-" + officer.who();
    assertThat(signIns.set(officer, name, PASSWORD.toCharArray())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void makesAPasskeySignsInByItProvesAnewAndEndsIt(Look look) {
    try (Visitor visitor = Visitor.atName(port, look)) {
      Page page = visitor.open("/sign-in");
      withAuthenticator(page);
      signInByPassword(page);
      visitor.open("/account/passkeys");
      page.fill("#proof", PASSWORD);
      page.click("#step-up button");
      page.waitForURL("**/account/passkeys");
      visitor.requireSound("passkeys-none");
      page.fill("#name", "laptop");
      page.click("form[data-passkey] button");
      page.waitForURL("**/account/passkeys?done=signin.passkey-added");
      visitor.requireSound("passkeys");
      assertThat(passkeys.of(officer)).extracting(Passkey::name).containsExactly("laptop");
      page.context().clearCookies();
      visitor.open("/board");
      page.click("form[data-passkey] button");
      page.waitForURL("**/board");
      assertThat(sessions.of(officer)).anyMatch(each -> each.factors().equals(Set.of(Factor.PASSKEY)));
      visitor.open("/account/passkeys");
      visitor.requireSound("step-up-passkey");
      page.click("form[data-passkey] button");
      page.waitForURL("**/account/passkeys");
      page.click("form[action$='/end'] button");
      page.waitForURL("**/account/passkeys?done=signin.passkey-ended");
      page.context().clearCookies();
      visitor.open("/sign-in");
      page.click("form[data-passkey] button");
      page.waitForSelector("form[data-passkey] [role=alert]:visible");
      visitor.requireSound("passkey-refused");
    }
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void saysWhyABareAddressOffersNone(Look look) {
    try (Visitor visitor = Visitor.at(port, look).sure(officer, sessions)) {
      Page page = visitor.open("/account/passkeys");
      assertThat(page.isVisible("[data-no-passkey]")).isTrue();
      assertThat(page.isVisible("form[data-passkey]")).isFalse();
      visitor.requireSound("passkeys-none-here");
    }
  }

  private void signInByPassword(Page page) {
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.click("main form[action='/sign-in'] button");
    page.waitForURL("http://*/");
  }

  private static void withAuthenticator(Page page) {
    CDPSession browser = page.context().newCDPSession(page);
    browser.send("WebAuthn.enable");
    JsonObject device = new JsonObject();
    device.addProperty("protocol", "ctap2");
    device.addProperty("transport", "internal");
    device.addProperty("hasResidentKey", true);
    device.addProperty("hasUserVerification", true);
    device.addProperty("isUserVerified", true);
    device.addProperty("automaticPresenceSimulation", true);
    JsonObject options = new JsonObject();
    options.add("options", device);
    browser.send("WebAuthn.addVirtualAuthenticator", options);
  }
}
