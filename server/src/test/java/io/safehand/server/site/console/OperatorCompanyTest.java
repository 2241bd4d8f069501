package io.safehand.server.site.console;

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
import io.safehand.server.browser.RawVisitor;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The operator's own company, whose customers are people who want to sell or buy companies, works like any other. */
@PagesTest
@Timeout(120)
class OperatorCompanyTest {
  private static final String MOBILE = "13900001234";
  private static final String INVENTORY = """
      format: 1
      version: "2026-01"
      purposes:
        - {purpose: brokering, zh: 居间服务, en: Brokering, travels: true, opens: {staff: masked, officer: full}}
      fields:
        - {field: client_no, column: 客户号, category: account, group: identity, purposes: [brokering], basis: contract,
           retention: P3Y, identity: true, searchable: true}
        - {field: name, column: 姓名, category: name, group: identity, purposes: [brokering], basis: contract,
           retention: P3Y}
        - {field: mobile, column: 手机, category: mobile, group: contact, purposes: [brokering], basis: contract,
           retention: P3Y, searchable: true}
        - {field: wish, column: 意向, category: text, sensitivity: sensitive, group: wish, purposes: [brokering],
           basis: contract, retention: P1Y}
      """;
  private static final String CLIENTS = """
      客户号,姓名,手机,意向
      KH0001,宋庭,%s,出售
      KH0002,陆遥,13900005678,受让
      """.formatted(MOBILE);

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
  private SampleCompany operator;
  private Program officer;

  @BeforeEach
  void people() {
    operator = SampleCompany.operating(access);
    officer = program(operator.person("officer", Role.SELLER_OFFICER));
  }

  @Test
  void itsClientsComeInAreServedAndAreTransferredLikeAnybodys() throws Exception {
    adopt();
    assertThat(bringIn().number("imported")).isEqualTo(2);

    Program.Answer found = search(officer);
    assertThat(found.json().array("items").objects()).hasSize(1);
    assertThat(found.toString()).doesNotContain(MOBILE);
    Program platform = program(operator.person("platform", Role.PLATFORM_OPERATOR));
    assertThat(search(platform).status()).as("who runs the platform opens nobody, here neither")
        .isEqualTo(403);
    Account stranger = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    assertThat(search(program(stranger)).toString()).doesNotContain("KH0001", "items\":[{");

    Account manager = operator.person("manager", Role.DEAL_MANAGER);
    RawVisitor leads = RawVisitor.as(port, manager, sessions);
    String place = leads
        .post("/deals",
            Map.of("codeName", "Client Base", "type", "ASSET", "buyer",
                SampleCompany.in(access).id().toString()))
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("\\?.*", "");
    assertThat(leads.get(place).body()).contains("Client Base");
    assertThat(officer.get("/api/v1/deals").toString()).as("not even its own officer, unless assigned")
        .doesNotContain("Client Base");
    assertThat(platform.get("/api/v1/deals").toString()).doesNotContain("Client Base");
  }

  private void adopt() {
    Json.Object proposed = officer.post("/api/v1/inventories/proposals", body("yaml", INVENTORY)).json();
    decisions.approve(operator.person("lawyer", Role.SELLER_LAWYER),
        new MatterId(UUID.fromString(proposed.text("matter"))), proposed.text("sha256"));
    assertThat(officer.post("/api/v1/inventories/adopt", body("matter", proposed.text("matter"))).status())
        .isEqualTo(200);
  }

  private Json.Object bringIn() {
    HttpRequest.Builder file = officer.request("/api/v1/imports")
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofString(CLIENTS));
    String job = "/api/v1/imports/" + officer.send(file).json().text("id");
    assertThat(officer.post(job + "/start", "").status()).isEqualTo(200);
    Json.Object now = officer.get(job).json();
    while (!now.text("state").equals("DONE")) {
      assertThat(now.text("state")).isEqualTo("RUNNING");
      now = officer.get(job).json();
    }
    return now;
  }

  private static Program.Answer search(Program program) {
    return program.post("/api/v1/customers/search", body("field", "mobile", "value", MOBILE),
        "Safehand-Purpose", "brokering", "Safehand-Case", "c-1");
  }

  private static String body(String... pairs) {
    Json.Object body = Json.object();
    for (int at = 0; at < pairs.length; at += 2) {
      body = body.with(pairs[at], pairs[at + 1]);
    }
    return new String(body.canonical(), StandardCharsets.UTF_8);
  }

  private Program program(Account account) {
    return Program.withoutKey(port).as(account, sessions, keys, clock);
  }
}
