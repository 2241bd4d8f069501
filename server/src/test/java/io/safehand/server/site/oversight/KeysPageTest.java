package io.safehand.server.site.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.records.Vaults;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class KeysPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Standing standing;
  @Autowired
  Vaults vaults;
  @Autowired
  Clock clock;

  private SampleCompany company;
  private Account officer;

  @BeforeEach
  void aCompanyWithAVault() {
    company = SampleCompany.in(access);
    officer = company.securityOfficer();
    vaults.of(company.id());
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void namesEveryKeyAndTestsTheAlgorithms(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/keys");
      visitor.requireSound("keys");
      assertThat(page.locator("#list tbody tr").count()).isEqualTo(4);
      assertThat(page.innerText("#algorithms")).contains("RSA", "AES-256-GCM", "TLS 1.3", "ML-KEM-768");
      page.click("#test");
      page.waitForURL("**done=keys.tested");
      visitor.requireSound("keys-tested");
    }
  }

  @Test
  void theOfficerEndsASessionAndItsOwnerIsOut() {
    Account staff = company.person("staff", Role.STAFF);
    try (Visitor person = Visitor.at(port, Look.ZH_DESKTOP).as(staff, sessions);
        Visitor visitor = Visitor.at(port, Look.EN_DESKTOP).as(officer, sessions)) {
      person.open("/");
      Page page = visitor.open("/keys");
      page.click("#sessions tr:has-text('staff') button");
      page.waitForURL("**done=keys.session-ended");
      person.open("/");
      assertThat(person.place()).startsWith("/sign-in");
    }
  }

  @Test
  void theOfficerPlacesAndLiftsAHold() {
    try (Visitor visitor = Visitor.at(port, Look.EN_DESKTOP).as(officer, sessions)) {
      Page page = visitor.open("/keys");
      page.click("form[action='/keys/holds'] button");
      page.waitForURL("**done=holds.placed");
      assertThat(standing.ask(company.id(), Hold.Effect.FREEZE, Subject.of(company.id()))).isPresent();
      visitor.requireSound("keys-held");
      page.click("#holds tbody button");
      page.waitForURL("**done=holds.lifted");
      assertThat(standing.ask(company.id(), Hold.Effect.FREEZE, Subject.of(company.id()))).isEmpty();
      page.selectOption("#kind", "DEAL");
      page.fill("#subject", "not an id");
      page.click("form[action='/keys/holds'] button");
      page.waitForURL("**refused=holds.malformed");
    }
  }

  @Test
  void theAuditorSeesAndMayNotAct() {
    Account auditor = company.person("auditor", Role.AUDITOR);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(auditor, sessions)) {
      Page page = visitor.open("/keys");
      assertThat(page.locator("#sessions button").count()).isZero();
      assertThat(page.locator("form[action='/keys/holds']").count()).isZero();
    }
  }

  @Test
  void programsReadAgesAndNeverAKey() {
    Json.Object answer = Program.withoutKey(port)
        .as(officer, sessions, keys, clock)
        .get("/api/v1/keys")
        .json();
    assertThat(answer.array("keys").objects()).hasSize(4)
        .allMatch(key -> key.has("since") && key.number("copies") == 2);
    assertThat(answer.object("selfTests").bool("passed")).isTrue();
  }
}
