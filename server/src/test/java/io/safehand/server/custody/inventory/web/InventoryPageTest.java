package io.safehand.server.custody.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.Proposal;
import io.safehand.server.custody.inventory.SampleInventory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class InventoryPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Inventories inventories;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void aCompany() {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void twoPeoplePutAnInventoryInForce(Look look) {
    try (Visitor one = Visitor.at(port, look).as(officer, sessions);
        Visitor other = Visitor.at(port, look).as(lawyer, sessions)) {
      one.open("/inventory");
      one.requireSound("inventory-empty");
      propose(one.page(), SampleInventory.version("2026-01"));
      assertThat(one.page().locator(".proposal button").count()).isZero();
      Page page = other.open("/inventory");
      other.requireSound("inventory-proposed");
      assertThat(page.innerText(".proposal")).contains("2026-01", "resident_id", "officer");
      page.click(".proposal button[value=APPROVE]");
      page.waitForURL("**/duties**");
      one.open("/inventory").click(".adopt button");
      one.page().waitForURL("**done=inventory.adopted");
      one.requireSound("inventory");
      assertThat(one.page().locator("#fields tbody tr").count()).isEqualTo(3);
      assertThat(one.page().innerText("#versions")).contains("2026-01", "officer", "lawyer");
      propose(one.page(), SampleInventory.version("2026-02").replace("retention: P3Y}", "retention: P1Y}"));
      assertThat(one.page().innerText(".proposal .changes")).contains("email").doesNotContain("marketing");
    }
  }

  @Test
  void aWrongTextIsSaidWithItsPlaceAndKept() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions)) {
      Page page = visitor.open("/inventory");
      page.fill("#yaml", SampleInventory.version("2026-01").replace("basis: consent", "basis: whim"));
      page.click("#propose button");
      page.waitForSelector("#problem");
      visitor.requireSound("inventory-wrong");
      assertThat(page.innerText("#problem")).contains("fields 3").contains("whim");
      assertThat(page.inputValue("#yaml")).contains("basis: whim");
      assertThat(inventories.proposals(company.id())).isEmpty();
    }
  }

  @Test
  void whatNobodyElseApprovedIsNotPutInForce() throws Exception {
    RawVisitor program = RawVisitor.as(port, officer, sessions);
    program.post("/inventory/proposals", Map.of("yaml", SampleInventory.version("2026-01")));
    List<Proposal> proposals = inventories.proposals(company.id());
    assertThat(proposals).hasSize(1);
    String matter = proposals.getFirst().matter().id().toString();
    program.post("/decisions/" + matter + "/vote",
        Map.of("ballot", "APPROVE", "seen", proposals.getFirst().matter().contentHash()));
    assertThat(program.post("/inventory/adopt", Map.of("matter", matter)).statusCode()).isEqualTo(409);
    assertThat(inventories.adopted(company.id())).isEmpty();
    assertThat(program.forge("/inventory/proposals", Map.of("yaml", "x"), "").statusCode()).isEqualTo(403);
  }

  @Test
  void whoRejectsSaysWhy() throws Exception {
    RawVisitor.as(port, officer, sessions)
        .post("/inventory/proposals", Map.of("yaml", SampleInventory.version("2026-01")));
    Matter matter = inventories.proposals(company.id()).getFirst().matter();
    RawVisitor voter = RawVisitor.as(port, lawyer, sessions);
    String vote = "/decisions/" + matter.id() + "/vote";
    assertThat(voter.get("/inventory").body()).contains("value=\"REJECT\"", "value=\"matter.wrong\"");
    for (String none : List.of("", "13900001234")) {
      assertThat(voter.post(vote, Map.of("ballot", "REJECT", "seen", matter.contentHash(), "reason", none))
          .headers()
          .firstValue("Location"))
          .hasValueSatisfying(place -> assertThat(place).endsWith("refused=decision.reason"));
    }
    assertThat(inventories.proposals(company.id())).hasSize(1);
    voter.post(vote, Map.of("ballot", "REJECT", "seen", matter.contentHash(), "reason", "matter.wrong"));
    assertThat(inventories.proposals(company.id())).isEmpty();
  }

  @Test
  void anotherCompanySeesNothingOfIt() throws Exception {
    RawVisitor.as(port, officer, sessions)
        .post("/inventory/proposals", Map.of("yaml", SampleInventory.version("2026-01")));
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    RawVisitor program = RawVisitor.as(port, stranger, sessions);
    assertThat(program.get("/inventory").body()).doesNotContain("2026-01");
    String matter = inventories.proposals(company.id()).getFirst().matter().id().toString();
    assertThat(program.post("/inventory/adopt", Map.of("matter", matter)).statusCode()).isEqualTo(409);
    assertThat(program.get("/inventory/1.yaml").statusCode()).isEqualTo(404);
  }

  private static void propose(Page page, String yaml) {
    page.fill("#yaml", yaml);
    page.click("#propose button");
    page.waitForURL("**done=inventory.proposed");
  }
}
