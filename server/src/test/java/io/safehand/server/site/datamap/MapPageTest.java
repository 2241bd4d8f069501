package io.safehand.server.site.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.disclosure.SightDays;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.start.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class MapPageTest {
  @TempDir
  Path folder;
  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Vaults vaults;
  @Autowired
  Disclosures disclosures;
  @Autowired
  SightDays days;
  @Autowired
  SettableClock clock;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void showsWhereEachCategoryLiesWhoSeesItAndHowItFlows(Look look) throws Exception {
    Account officer = teaHouse();
    look(officer, 3);
    clock.advance(Duration.ofMinutes(2));
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/map");
      page.waitForSelector("#flows[data-drawn=yes]");
      visitor.requireSound("map");
      assertThat(page.locator("#categories tbody tr").count()).isGreaterThan(10);
      assertThat(page.innerText("#looks tbody")).contains("service").contains("3");
      assertThat(page.innerText("#places")).contains("1");
    }
  }

  @Test
  void eachLookIsCountedOnceAndTheLastMinuteWaits() throws Exception {
    Account officer = teaHouse();
    look(officer, 2);
    assertThat(days.last(officer.company(), 30)).isEmpty();
    clock.advance(Duration.ofMinutes(2));
    for (int times = 0; times < 3; times++) {
      assertThat(days.last(officer.company(), 30)).singleElement()
          .satisfies(day -> assertThat(day.shown()).isEqualTo(2));
    }
    look(officer, 1);
    clock.advance(Duration.ofMinutes(2));
    assertThat(days.last(officer.company(), 30).stream().mapToLong(SightDays.Day::shown).sum()).isEqualTo(3);
  }

  @Test
  void withoutAnInventoryItSaysWhatToDoFirst() {
    Account officer = SampleCompany.in(access).person("officer", Role.SELLER_OFFICER);
    try (Visitor visitor = Visitor.at(port, Look.EN_PHONE).as(officer, sessions)) {
      visitor.open("/map");
      visitor.requireSound("map-empty");
    }
  }

  private void look(Account officer, int times) {
    PersonId person = vaults.store(officer.company())
        .together(custody -> custody.records().inLeaves(0, 1))
        .getFirst()
        .person();
    for (int time = 0; time < times; time++) {
      disclosures.disclose(officer.company(), officer, person, new Purpose("service"), "case-1",
          Optional.empty());
    }
  }

  private Account teaHouse() throws Exception {
    SampleCompany company = SampleCompany.in(access);
    Account officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
    Path file = Files.writeString(folder.resolve("one.csv"), """
        customer_no,kind,name,mobile,joined_on,last_seen_on
        QL0000001,个人,宋庭,13900001234,2025-01-02,2025-12-20
        """);
    imports.run(company.id(), file, false, officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    return officer;
  }
}
