package io.safehand.server.base.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Authenticator;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class PeoplePageTest {
  private static final String PASSWORD = "石板桥头卖花声里-6618";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Clock clock;

  private SampleCompany company;

  @BeforeEach
  void aCompany() {
    company = SampleCompany.in(access);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void anInvitedPersonComesInByALinkAndGetsARoleFromTwo(Look look) {
    String link = invite(look);
    String name = "cashier-" + company.id();
    Authenticator app;
    try (Visitor newcomer = Visitor.at(port, look)) {
      Page page = newcomer.open(link);
      newcomer.requireSound("invitation");
      app = new Authenticator(page.textContent("#secret"), clock);
      accept(page, name, "000000");
      assertThat(page.locator(".alert-danger").count()).isEqualTo(1);
      newcomer.requireSound("invitation-refused");
      accept(page, name, app.code());
      assertThat(page.locator(".codes li").count()).isEqualTo(10);
      newcomer.requireSound("recovery-codes");
      assertThat(newcomer.open(link).textContent("h1")).containsAnyOf("链接已使用", "This link was used");
      newcomer.requireSound("invitation-over");
      ((SettableClock) clock).advance(Duration.ofMinutes(1));
      signIn(page, newcomer, name, app);
      assertThat(newcomer.place()).isEqualTo("/");
      assertThat(newcomer.open("/people").textContent("main")).contains("403");
    }
    giveARole(look);
    assertThat(access.account(company.id(), "cashier").orElseThrow().has(Role.STAFF)).isTrue();
  }

  @Test
  void anEndedAccountIsOutAtTheNextClick() {
    Account staff = company.person("staff", Role.STAFF);
    try (Visitor admin = Visitor.at(port, Look.ZH_DESKTOP).as(company.administrator(), sessions);
        Visitor worker = Visitor.at(port, Look.ZH_DESKTOP).as(staff, sessions)) {
      worker.open("/account");
      assertThat(worker.place()).isEqualTo("/account");
      Page page = admin.open("/people");
      String end = "form[action='/people/" + staff.id() + "/end']";
      assertThat(page.isVisible(end)).as("one click ends nobody").isFalse();
      page.click("details:has(" + end + ") summary");
      page.click(end + " button");
      page.waitForURL("**/people?done=signin.account-ended");
      admin.requireSound("account-ended");
      worker.open("/account");
      assertThat(worker.place()).startsWith("/sign-in");
    }
  }

  private String invite(Look look) {
    try (Visitor admin = Visitor.at(port, look).as(company.administrator(), sessions)) {
      Page page = admin.open("/people");
      admin.requireSound("people");
      page.fill("#handle", "cashier");
      page.fill("#name", "陆鸣溪");
      page.click("form[action='/people'] button");
      page.waitForSelector("#invitation");
      admin.requireSound("invited");
      return page.getAttribute("#invitation", "href");
    }
  }

  private static void accept(Page page, String name, String code) {
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.fill("#code", code);
    page.waitForNavigation(() -> page.click("main form button"));
  }

  private static void signIn(Page page, Visitor newcomer, String name, Authenticator app) {
    newcomer.open("/sign-in");
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.click("main button");
    page.waitForURL("**/sign-in/code**");
    newcomer.requireSound("sign-in-code");
    page.fill("#code", app.code());
    page.click("main button");
    page.waitForURL("**/");
  }

  private void giveARole(Look look) {
    Account cashier = access.account(company.id(), "cashier").orElseThrow();
    try (Visitor admin = Visitor.at(port, look).as(company.administrator(), sessions)) {
      Page page = admin.open("/people");
      String form = "form[action='/people/" + cashier.id() + "/roles']";
      page.selectOption(form + " select", "STAFF");
      page.click(form + " button");
      page.waitForURL("**/people?done=signin.proposed");
    }
    assertThat(access.holds(cashier, Role.STAFF)).isFalse();
    try (Visitor officer = Visitor.at(port, look).as(company.securityOfficer(), sessions)) {
      Page page = officer.open("/people");
      officer.requireSound("people-to-confirm");
      page.click("form[action='/people/" + cashier.id() + "/roles/STAFF/confirm'] button");
      page.waitForURL("**/people?done=signin.confirmed");
    }
  }
}
