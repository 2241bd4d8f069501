package io.safehand.server.deal.deals.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.Proposal;
import io.safehand.server.base.access.AccountId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class DealPageTest {
  private static final String PASSWORD = "小楼一夜听春雨-2207";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  SignIns signIns;
  @Autowired
  Deals deals;
  @Autowired
  Assignments assignments;
  @Autowired
  Decisions decisions;

  private SampleCompany seller;
  private SampleCompany buyer;
  private Account manager;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void twoCompanies() {
    seller = SampleCompany.in(access);
    buyer = SampleCompany.in(access);
    manager = seller.person("deals", Role.DEAL_MANAGER);
    officer = seller.person("officer", Role.SELLER_OFFICER);
    lawyer = seller.person("lawyer", Role.SELLER_LAWYER);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void threePeopleTakeADealToItsNextStage(Look look) {
    try (Visitor leading = Visitor.at(port, look).as(manager, sessions);
        Visitor first = Visitor.at(port, look).as(officer, sessions);
        Visitor second = Visitor.at(port, look).as(lawyer, sessions)) {
      leading.open("/deals");
      leading.requireSound("deals-empty");
      leading.page().click("main a.btn-primary");
      leading.requireSound("deal-new");
      leading.page().fill("#codeName", "春雨");
      leading.page().fill("#buyer", buyer.id().toString());
      leading.page().click("main button.w-100");
      leading.page().waitForURL("**/deals/*?done=deal.opened");
      String deal = leading.place().replaceAll("\\?.*", "");
      letKnow(leading.page(), officer);
      letKnow(leading.page(), lawyer);
      leading.page().click("details:has(form[action$=propose]) summary");
      leading.requireSound("deal-gates-open");
      leading.page().click("form[action$=propose] button");
      leading.requireSound("deal-proposed");
      leading.page().reload();
      assertThat(leading.page().locator("button[name=ballot]").count()).isZero();
      override(first, deal, "duties-vote");
      override(second, deal, "duties-vote-again");
      leading.open(deal);
      leading.page().click("form[action$=advance] button");
      leading.page().waitForURL("**?done=deal.moved");
      leading.requireSound("deal-moved");
      leading.open("/deals");
      leading.requireSound("deals");
    }
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void controlOfACompanyChangesByTwoPeople(Look look) {
    DealId deal = deals.open(seller.id(),
        DealTerms.of(DealType.EQUITY, "Spring Rain", seller.id(), buyer.id()), manager);
    for (Account person : List.of(officer, lawyer, seller.administrator(), seller.securityOfficer())) {
      assignments.assign(deal, person.id(), manager);
    }
    goToClosing(deal);
    Account coming = access.add(seller.administrator(), "newcomer").orElseThrow();
    String path = "/deals/" + deal;
    try (Visitor administrator = Visitor.at(port, look).sure(seller.administrator(), sessions);
        Visitor security = Visitor.at(port, look).as(seller.securityOfficer(), sessions)) {
      Page page = administrator.open(path);
      administrator.requireSound("deal-control");
      page.check("#control input[value='" + officer.id() + "']");
      page.locator("#control input[name=handle]").first().fill("newcomer");
      page.locator("#control select[name=role]").first().selectOption("SELLER_OFFICER");
      page.click("form[action$='/control'] button");
      page.waitForURL("**?done=deal.control-proposed");
      security.open("/duties");
      security.requireSound("duties-control");
      security.open(path);
      assertThat(security.page().innerText("#control")).contains("newcomer", "officer");
      security.page().click("#control button[value=APPROVE]");
      security.page().waitForURL("**/duties?done=decision.counted");
      administrator.open(path);
      administrator.requireSound("deal-control-decided");
      page.click("#control .btn-danger");
      page.waitForURL("**?done=deal.control-changed");
    }
    assertThat(access.holds(coming, Role.SELLER_OFFICER)).isTrue();
    assertThat(access.holds(officer, Role.SELLER_OFFICER)).isFalse();
  }

  private void goToClosing(DealId deal) {
    while (deals.stage(seller.id(), deal) != Stage.CLOSING) {
      Proposal proposal = deals.propose(seller.id(), deal, manager);
      for (Account voter : List.of(officer, lawyer)) {
        decisions.override(voter, proposal.matter(), proposal.sha256(), "test");
      }
      deals.advance(seller.id(), deal, proposal.matter(), manager);
    }
  }

  @Test
  void whatWasTypedIsAskedForAgainOnItsPageAfterTheProof() {
    signIns.set(manager, "manager-" + manager.who(), PASSWORD.toCharArray());
    DealId deal = deals.open(seller.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "青竹", seller.id(), buyer.id()), manager);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(manager, sessions)) {
      Page page = visitor.open("/deals/" + deal);
      end(page);
      page.waitForURL("**/step-up?again=true**");
      visitor.requireSound("step-up-again");
      page.fill("#proof", PASSWORD);
      page.click("#step-up button");
      page.waitForURL("**/deals/" + deal + "?done=console.proven");
      end(page);
      page.waitForURL("**?done=deal.ended");
    }
    assertThat(deals.stage(seller.id(), deal)).isEqualTo(Stage.TERMINATED);
  }

  private static void end(Page page) {
    page.click("details:has(#word) summary");
    page.fill("#word", "青竹");
    page.click("form[action$='/end'] button");
  }

  @Test
  void toWhoeverIsNotAssignedADealDoesNotExist() {
    DealId deal = deals.open(seller.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "Spring Rain", seller.id(), buyer.id()), manager);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions)) {
      visitor.open("/deals/" + deal);
      String unassigned = visitor.page().innerText("main");
      visitor.open("/deals/00000000-0000-7000-8000-000000000000");
      assertThat(visitor.page().innerText("main")).isEqualTo(unassigned);
      for (String page : new String[]{"/", "/deals", "/duties"}) {
        assertThat(visitor.open(page).content()).doesNotContain("Spring Rain")
            .doesNotContain(deal.toString());
      }
    }
    Account stranger = buyer.person("deals", Role.DEAL_MANAGER);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(stranger, sessions)) {
      assertThat(visitor.open("/deals/" + deal).content()).doesNotContain("Spring Rain");
    }
    assertThat(assignments.assign(deal, new AccountId(stranger.id().value()), manager)).isFalse();
  }

  private static void letKnow(Page page, Account person) {
    page.selectOption("#whom", person.id().toString());
    page.click("form[action$=assign] button");
    page.waitForURL("**?done=deal.assigned");
  }

  private static void override(Visitor voter, String deal, String picture) {
    voter.open("/duties");
    voter.page().click("main a[href$='" + deal + "']");
    voter.requireSound("deal-to-vote");
    voter.page().click("button[value=OVERRIDE]");
    voter.page().waitForURL("**/duties?done=decision.counted");
    voter.requireSound(picture);
  }
}
