package io.safehand.server.custody.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.custody.inventory.SampleInventory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class InventoryApiTest {
  private static final String PROPOSALS = "/api/v1/inventories/proposals";

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Decisions decisions;
  @Autowired
  Clock clock;
  private SampleCompany company;
  private Account lawyer;
  private Program officer;

  @BeforeEach
  void aCompany() {
    company = SampleCompany.in(access);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    officer = program(company.person("officer", Role.SELLER_OFFICER));
  }

  @Test
  void aProgramProposesSomebodyElseApprovesAndItIsInForce() {
    assertThat(officer.get("/api/v1/inventories/current").status()).isEqualTo(404);
    String text = SampleInventory.version("2026-01");
    Program.Answer proposed = propose(text);
    assertThat(proposed.status()).isEqualTo(201);
    String matter = proposed.json().text("matter");
    assertThat(adopt(matter).problem()).endsWith("inventory.not-approved");
    assertThat(officer.get(PROPOSALS).json().array("items").objects()).singleElement()
        .satisfies(one -> assertThat(one.array("changes").objects()).hasSize(5));
    decisions.approve(lawyer, new MatterId(UUID.fromString(matter)), proposed.json().text("sha256"));
    assertThat(adopt(matter).json().number("number")).isEqualTo(1);
    assertThat(adopt(matter).problem()).as("once").endsWith("inventory.not-approved");
    assertThat(officer.get("/api/v1/inventories/current").json().text("yaml")).isEqualTo(text);
    assertThat(officer.get("/api/v1/inventories/1").json().text("version")).isEqualTo("2026-01");
    assertThat(officer.get("/api/v1/inventories").json().array("items").objects()).hasSize(1);
    assertThat(officer.get("/api/v1/inventories/2").status()).isEqualTo(404);
  }

  @Test
  void whatIsWrongHasACodeAndWordsInTheLanguageOfTheCall() {
    String wrong = SampleInventory.version("2026-01").replace("basis: consent", "basis: whim");
    Program.Answer refused = propose(wrong);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).endsWith("inventory.unknown-code");
    assertThat(refused.json().text("detail")).contains("fields 3", "whim");
    assertThat(officer.post(PROPOSALS, body("yaml", wrong), "Accept-Language", "zh-CN").json().text("detail"))
        .contains("fields 3", "whim", "未知");
    assertThat(officer.post(PROPOSALS, "{}").status()).isEqualTo(400);
    assertThat(officer.get(PROPOSALS).json().array("items").objects()).isEmpty();
  }

  @Test
  void othersNeitherProposeNorSeeIt() {
    String matter = propose(SampleInventory.version("2026-01")).json().text("matter");
    Program staff = program(company.person("staff", Role.STAFF));
    assertThat(staff.post(PROPOSALS, body("yaml", SampleInventory.version("2026-02"))).status())
        .isEqualTo(403);
    Program stranger = program(SampleCompany.in(access).person("officer", Role.SELLER_OFFICER));
    assertThat(stranger.get(PROPOSALS).json().array("items").objects()).isEmpty();
    assertThat(stranger.post("/api/v1/inventories/adopt", body("matter", matter)).status()).isEqualTo(409);
  }

  private Program.Answer propose(String yaml) {
    return officer.post(PROPOSALS, body("yaml", yaml));
  }

  private Program.Answer adopt(String matter) {
    return officer.post("/api/v1/inventories/adopt", body("matter", matter));
  }

  private static String body(String name, String text) {
    return new String(Json.object().with(name, text).canonical(), StandardCharsets.UTF_8);
  }

  private Program program(Account account) {
    return Program.withoutKey(port).as(account, sessions, keys, clock);
  }
}
