package io.safehand.server.base.recovery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.recovery.Recoveries;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class RecoveryPageTest {
  private static final String PASSWORD = "桐花万里丹山路-8531";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  SignIns signIns;
  @Autowired
  Recoveries recoveries;
  @Autowired
  Clock clock;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void twoPeopleDecideAndTheOwnerCallsItOff(Look look) {
    SampleCompany company = SampleCompany.in(access);
    Account staff = company.person("staff", Role.STAFF);
    assertThat(signIns.set(staff, "staff-" + staff.who(), "桐花万里丹山路-8531".toCharArray())).isEmpty();
    try (Visitor admin = Visitor.at(port, look).as(company.administrator(), sessions);
        Visitor security = Visitor.at(port, look).as(company.securityOfficer(), sessions);
        Visitor owner = Visitor.at(port, look).as(staff, sessions)) {
      Page page = admin.open("/recovery");
      admin.requireSound("recovery-none");
      page.selectOption("#of", staff.who());
      page.click("form[action='/recovery'] button");
      page.waitForURL("**/recovery?done=recovery.proposed");
      Page second = security.open("/recovery");
      second.click("form[action$='/confirm'] button");
      second.waitForURL("**/recovery?done=recovery.confirmed");
      security.requireSound("recovery-waiting");
      Page own = owner.open("/");
      owner.requireSound("recovery-told");
      own.click("#recovering a");
      assertThat(admin.open("/").locator("#recovering").count()).as("whose account it is not").isZero();
      owner.requireSound("recovery-own");
      own.click("form[action$='/end'] button");
      own.waitForURL("**/recovery?done=recovery.ended");
      assertThat(owner.open("/").locator("#recovering").count()).isZero();
    }
  }

  @Test
  void theLinkIsThereAsSoonAsOneHasProvenWhoOneIs() {
    SampleCompany company = SampleCompany.in(access);
    Account admin = company.administrator();
    Account staff = company.person("staff", Role.STAFF);
    assertThat(signIns.set(staff, "staff-" + staff.who(), PASSWORD.toCharArray())).isEmpty();
    assertThat(signIns.set(admin, "admin-" + admin.who(), PASSWORD.toCharArray())).isEmpty();
    assertThat(recoveries.propose(admin, staff.id())).isEmpty();
    assertThat(recoveries.confirm(company.securityOfficer(), staff.id())).isEmpty();
    Instant start = clock.instant();
    ((SettableClock) clock).advance(Duration.ofDays(1));
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(admin, sessions)) {
      Page page = visitor.open("/recovery");
      page.click("form[action$='/link'] button");
      page.waitForURL("**/step-up?act=**");
      page.fill("#proof", "not the password");
      page.click("#step-up button");
      page.waitForSelector(".alert-danger");
      page.fill("#proof", PASSWORD);
      page.click("#step-up button");
      page.waitForSelector("#recovery-link");
      visitor.requireSound("recovery-link");
    } finally {
      ((SettableClock) clock).set(start);
    }
  }

  @Test
  void nobodyIsLedToAnActByALinkThatThisServerDidNotMake() {
    SampleCompany company = SampleCompany.in(access);
    Account admin = company.administrator();
    assertThat(signIns.set(admin, "admin-" + admin.who(), PASSWORD.toCharArray())).isEmpty();
    Account staff = company.person("staff", Role.STAFF);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(admin, sessions)) {
      Page page = visitor.open("/step-up?act=/people/" + staff.who() + "/end&seal=" + "0".repeat(64));
      page.fill("#proof", PASSWORD);
      page.click("#step-up button");
      page.waitForURL("http://*/");
      assertThat(access.account(company.id(), staff.id())).isPresent();
    }
  }
}
