package io.safehand.server.base.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class PartiesPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Parties parties;
  @Autowired
  Sessions sessions;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void anAdministratorEntersABoardAndItsMember(Look look) {
    Account admin = SampleCompany.in(access).administrator();
    try (Visitor visitor = Visitor.at(port, look).as(admin, sessions)) {
      Page page = visitor.open("/people/units");
      visitor.requireSound("units-none");
      add(page, "UNIT", "门店");
      add(page, "UNIT", "东山店");
      move(page, "东山店", "门店");
      assertThat(page.url()).endsWith("/people/units?done=access.party-moved");
      move(page, "门店", "东山店");
      assertThat(page.url()).endsWith("/people/units?refused=access.party-circle");
      add(page, "OUTSIDE", "清江律师事务所");
      add(page, "BODY", "监督委员会");
      add(page, "PERSON", "舒望月");
      page.selectOption("#member", new SelectOption().setLabel("舒望月"));
      page.selectOption("#of", new SelectOption().setLabel("监督委员会"));
      page.fill("#title", "委员");
      page.click("#join button");
      page.waitForURL("**/people/units?done=access.party-joined");
      visitor.requireSound("units");
      assertThat(parties.memberships(admin)).hasSize(1);
      page.click("form[action$='/end'] button");
      page.waitForURL("**/people/units?done=access.party-left");
    }
  }

  @Test
  void whoIsNoAdministratorSeesButChangesNothing() {
    SampleCompany company = SampleCompany.in(access);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(company.securityOfficer(), sessions)) {
      assertThat(visitor.open("/people/units").locator("main form").count()).isZero();
    }
    Account lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(lawyer, sessions)) {
      assertThat(visitor.page().navigate("http://127.0.0.1:" + port + "/people/units").status())
          .isEqualTo(403);
    }
  }

  private static void move(Page page, String unit, String under) {
    Locator card = page.locator(".card:has(h2:text-is('" + unit + "'))");
    card.locator("select").selectOption(new SelectOption().setLabel(under));
    page.waitForNavigation(() -> card.locator("form[action$='/under'] button").click());
  }

  private static void add(Page page, String kind, String name) {
    page.selectOption("#kind", kind);
    page.fill("#name", name);
    page.waitForNavigation(() -> page.click("#add button"));
    assertThat(page.url()).endsWith("/people/units?done=access.party-added");
  }
}
