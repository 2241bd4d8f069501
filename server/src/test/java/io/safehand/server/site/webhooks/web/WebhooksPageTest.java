package io.safehand.server.site.webhooks.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.Visitor;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class WebhooksPageTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Clock clock;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void addsAPlaceShowsItsSecretOnceAndEndsIt(Look look) {
    Account officer = SampleCompany.in(access).securityOfficer();
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/webhooks");
      visitor.requireSound("webhooks");
      page.fill("#url", "https://erp.example.org/safehand");
      page.click("form[action='/webhooks'] button");
      page.waitForSelector("#secret");
      assertThat(page.innerText("#secret")).startsWith("whs_");
      visitor.requireSound("webhooks-added");
      visitor.open("/webhooks");
      assertThat(page.locator("#secret").count()).isZero();
      page.click("#receivers tbody button");
      page.waitForURL("**done=webhooks.ended");
    }
  }

  @Test
  void programsDoTheSame() {
    Account officer = SampleCompany.in(access).securityOfficer();
    Program program = Program.withoutKey(port).as(officer, sessions, keys, clock);
    Json.Object added = program
        .post("/api/v1/webhooks", "{\"url\":\"https://erp.example.org/\",\"acts\":[\"deal.*\"]}")
        .json();
    assertThat(added.text("secret")).startsWith("whs_");
    assertThat(program.get("/api/v1/webhooks").toString()).contains("erp.example.org").doesNotContain("whs_");
    assertThat(program.get("/api/v1/webhooks/" + added.text("id") + "/deliveries").status()).isEqualTo(200);
    assertThat(program.post("/api/v1/webhooks", "{\"url\":\"http://10.0.0.1/\",\"acts\":[\"*\"]}").problem())
        .isEqualTo("urn:safehand:problem:webhooks.url");
    assertThat(program.delete("/api/v1/webhooks/" + added.text("id")).status()).isEqualTo(204);
    assertThat(program.delete("/api/v1/webhooks/" + added.text("id")).status()).isEqualTo(404);
  }
}
