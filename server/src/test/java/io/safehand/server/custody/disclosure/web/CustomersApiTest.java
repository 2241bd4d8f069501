package io.safehand.server.custody.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.disclosure.BulkReads;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.start.SettableClock;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class CustomersApiTest {
  private static final String FORGED = "f".repeat(32);

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Inventories inventories;
  @Autowired
  Decisions decisions;
  @Autowired
  Imports imports;
  @Autowired
  Sessions sessions;
  @Autowired
  ApiKeys keys;
  @Autowired
  BulkReads bulk;
  @Autowired
  Ledger ledger;
  @Autowired
  SettableClock clock;
  private TeaCustomers customers;
  private TeaCustomers.House house;
  private Program officer;

  @BeforeEach
  void aTeaHouse() throws Exception {
    customers = new TeaCustomers(access, inventories, decisions, imports);
    house = customers.open();
    officer = program(house.officer());
  }

  @Test
  void findsByValueWithMasksAndReadsOneAsThePurposeAllows() {
    Program.Answer found = search(officer, "mobile", TeaCustomers.MOBILE);
    assertThat(found.json().array("items").objects()).hasSize(2);
    assertThat(found.toString()).doesNotContain(TeaCustomers.MOBILE, TeaCustomers.NAME);
    String person = person("QL0000001");
    Program.Answer one = get(officer, person, "service");
    assertThat(one.toString()).contains(TeaCustomers.MOBILE).contains("\"reason\":\"purpose.field\"");
    search(officer, "mobile", TeaCustomers.MOBILE, "marketing");
    assertThat(get(officer, person, "marketing").problem()).as("consent was refused")
        .endsWith("disclosure.person.unknown");
    search(program(house.staff()), "mobile", TeaCustomers.MOBILE);
    assertThat(get(program(house.staff()), person, "service").toString()).doesNotContain(TeaCustomers.MOBILE);
  }

  @Test
  void withoutPurposeOrCaseNothingIsReached() {
    String person = person("QL0000001");
    assertThat(officer.get("/api/v1/customers/" + person).problem()).endsWith("api.purpose-missing");
    assertThat(
        officer
            .post("/api/v1/customers/search", "{\"field\":\"mobile\",\"value\":\"1\"}", "Safehand-Purpose",
                "service")
            .problem())
        .endsWith("api.case-missing");
    assertThat(
        officer
            .post("/api/v1/customers/search", "{\"field\":\"mobile\",\"value\":\"1\"}", "Safehand-Purpose",
                "service", "Safehand-Case", TeaCustomers.MOBILE)
            .problem())
        .endsWith("disclosure.case");
  }

  @Test
  void forgedIdsOtherCompaniesAndRefusalsAreWrittenAndTellNothing() throws Exception {
    String person = person("QL0000001");
    long before = lines(Act.DISCLOSE_REFUSED);
    assertThat(get(officer, FORGED, "service").problem()).endsWith("disclosure.person.unknown");
    assertThat(lines(Act.DISCLOSE_REFUSED)).isEqualTo(before + 1);
    Program stranger = program(customers.open().officer());
    assertThat(get(stranger, person, "service").problem()).endsWith("disclosure.person.unknown");
    assertThat(search(officer, "mobile", TeaCustomers.MOBILE, "curiosity").toString())
        .contains("purpose.unknown")
        .doesNotContain("\"value\"");
    assertThat(get(officer, person, "curiosity").problem()).endsWith("disclosure.person.unknown");
    assertThat(
        officer
            .post("/api/v1/customers/search", "{\"field\":\"email\",\"value\":\"x\"}", "Safehand-Purpose",
                "service", "Safehand-Case", "c-1")
            .problem())
        .endsWith("disclosure.search.field");
    assertThat(get(program(house.company().securityOfficer()), person, "service").status()).isEqualTo(403);
  }

  @Test
  void nobodyIsReadInFullWithoutASearchForThem() {
    String person = person("QL0000001");
    Program other = program(house.lawyer());
    long before = lines(Act.DISCLOSE_REFUSED);
    assertThat(get(other, person, "service").problem()).as("another's search")
        .endsWith("disclosure.person.unknown");
    assertThat(get(officer, person, "marketing").problem()).as("another purpose")
        .endsWith("disclosure.person.unknown");
    assertThat(get(officer, person("QL0000002"), "service").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(30));
    assertThat(get(officer, person, "service").problem()).as("it has ended")
        .endsWith("disclosure.person.unknown");
    assertThat(lines(Act.DISCLOSE_REFUSED)).isEqualTo(before + 3);
    assertThat(bulk.left(house.officer())).isEqualTo(BulkReads.MOST_A_DAY - 1);
  }

  @Test
  void readsOneByOneAndInFewTakeFromTheDayToo() {
    String person = person("QL0000001");
    bulk.unlock(steppedUp(house.officer()));
    assertThat(bulk.begin(house.officer(), BulkReads.MOST_A_DAY - 3, purpose(), "c-1")).isEmpty();
    assertThat(get(officer, person, "service").status()).isEqualTo(200);
    assertThat(many(List.of(person, person)).status()).isEqualTo(200);
    assertThat(get(officer, person, "service").problem()).endsWith("disclosure.bulk-budget");
    assertThat(many(List.of(person)).problem()).endsWith("disclosure.bulk-budget");
    assertThat(bulk.list(house.officer(), purpose(), "c-1", Optional.empty(), bulk.left(house.officer())))
        .isEqualTo(new BulkReads.Listing.Refused(BulkReads.Refusal.BUDGET));
  }

  @Test
  void moreThanTwentyNeedAnUnlockOfAMinuteAndComeMasked() {
    String person = person("QL0000001");
    List<String> many = new ArrayList<>(Collections.nCopies(20, person));
    assertThat(many(many).status()).isEqualTo(200);
    many.add(FORGED);
    assertThat(many(many).problem()).endsWith("disclosure.bulk-locked");
    bulk.unlock(steppedUp(house.officer()));
    Program.Answer read = many(many);
    assertThat(read.json().array("results").objects()).hasSize(21);
    assertThat(read.json().array("results").objects().getLast().text("code"))
        .isEqualTo("disclosure.person.unknown");
    assertThat(read.toString()).doesNotContain(TeaCustomers.MOBILE, TeaCustomers.NAME);
    assertThat(bulk.left(house.officer())).isEqualTo(BulkReads.MOST_A_DAY - 41);
    clock.advance(Duration.ofSeconds(60));
    assertThat(many(many).problem()).endsWith("disclosure.bulk-locked");
    assertThat(lines(Act.BULK_READ)).isEqualTo(3);
  }

  @Test
  void theBudgetOfTheDayEnds() {
    bulk.unlock(steppedUp(house.officer()));
    assertThat(bulk.begin(house.officer(), BulkReads.MOST_A_DAY, purpose(), "c-1")).isEmpty();
    assertThat(bulk.begin(house.officer(), 21, purpose(), "c-1")).contains(BulkReads.Refusal.BUDGET);
    clock.advance(Duration.ofDays(1));
    bulk.unlock(steppedUp(house.officer()));
    assertThat(bulk.begin(house.officer(), 21, purpose(), "c-1")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void whoProvesAgainWhoTheyAreUnlocksForAMinute(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(house.officer(), sessions)) {
      Page page = visitor.open("/customers/unlock");
      assertThat(visitor.place()).startsWith("/step-up");
      assertThat(bulk.unlocked(house.officer())).isEmpty();
      sessions.of(house.officer())
          .forEach(session -> sessions.steppedUp(new Sessions.SignedIn(house.officer(), session)));
      visitor.open("/customers/unlock");
      page.click("section form button");
      page.waitForURL("**done=disclosure.unlocked");
      visitor.requireSound("customers-unlock");
      assertThat(page.locator("#until").count()).isEqualTo(1);
    }
  }

  private static Purpose purpose() {
    return new Purpose("service");
  }

  private Sessions.SignedIn steppedUp(Account account) {
    var token = sessions.begin(account);
    sessions.steppedUp(sessions.find(token).orElseThrow());
    return sessions.find(token).orElseThrow();
  }

  private Program program(Account account) {
    return Program.withoutKey(port).as(account, sessions, keys, clock);
  }

  private long lines(Act act) {
    ledger.sequence(house.company().id());
    return ledger.search(house.company().id(), LedgerSearch.newest(500).act(Optional.of(act.code()))).size();
  }

  private String person(String number) {
    return search(officer, "customer_no", number).json().array("items").objects().getFirst().text("person");
  }

  private static Program.Answer search(Program by, String field, String value) {
    return search(by, field, value, "service");
  }

  private static Program.Answer search(Program by, String field, String value, String purpose) {
    return by.post("/api/v1/customers/search", "{\"field\":\"%s\",\"value\":\"%s\"}".formatted(field, value),
        "Safehand-Purpose", purpose, "Safehand-Case", "case-1");
  }

  private static Program.Answer get(Program by, String person, String purpose) {
    HttpRequest.Builder request = by.request("/api/v1/customers/" + person)
        .header("Safehand-Purpose", purpose)
        .header("Safehand-Case", "case-1");
    return by.send(request.GET());
  }

  private Program.Answer many(List<String> people) {
    Json body = Json.object()
        .with("items", people.stream().map(person -> Json.object().with("person", person)).toList());
    return officer.post("/api/v1/customers/bulk", body.canonical(), "Safehand-Purpose", "service",
        "Safehand-Case", "case-1");
  }
}
