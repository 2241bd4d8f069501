package io.safehand.server.deal.deals.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.json.Json;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealTerms;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class DealsApiTest {
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  Deals deals;
  @Autowired
  Clock clock;

  @Test
  void whoKnowsOfADealReadsItsGatesAndNobodyElseSeesIt() {
    SampleCompany company = SampleCompany.in(access);
    Account manager = company.person("manager", Role.DEAL_MANAGER);
    DealId deal = deals.open(company.id(),
        DealTerms.of(DealType.MERGER_DIVISION, "青竹", company.id(), SampleCompany.in(access).id()), manager);
    Program knows = Program.withoutKey(port).as(manager, sessions, keys, clock);
    Json.Object found = knows.get("/api/v1/deals/" + deal).json();
    assertThat(found.text("stage")).isEqualTo("PREPARATION");
    assertThat(found.array("gates").objects()).isNotEmpty();
    assertThat(knows.get("/api/v1/deals").json().array("items").objects()).hasSize(1);
    for (Account other : List.of(company.person("lawyer", Role.SELLER_LAWYER),
        SampleCompany.in(access).securityOfficer())) {
      Program program = Program.withoutKey(port).as(other, sessions, keys, clock);
      assertThat(program.get("/api/v1/deals/" + deal).status()).isEqualTo(404);
      assertThat(program.get("/api/v1/deals").json().array("items").items()).isEmpty();
    }
  }
}
