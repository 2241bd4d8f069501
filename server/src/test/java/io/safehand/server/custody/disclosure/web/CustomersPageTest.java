package io.safehand.server.custody.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.start.SettableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class CustomersPageTest {
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
  Standing standing;
  @Autowired
  Ledger ledger;
  @Autowired
  Storage storage;
  @Autowired
  SettableClock clock;
  private TeaCustomers customers;
  private TeaCustomers.House house;

  @BeforeEach
  void aTeaHouse() throws Exception {
    customers = new TeaCustomers(access, inventories, decisions, imports);
    house = customers.open();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void staffFindACustomerAndSeeMasksWithReasons(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(house.staff(), sessions)) {
      Page page = visitor.open("/customers");
      visitor.requireSound("customers");
      page.selectOption("#purpose", "service");
      page.fill("#matter", "SVC-2026-0012");
      page.selectOption("#field", "mobile");
      page.fill("#value", TeaCustomers.MOBILE);
      page.click("section form button");
      page.waitForURL("**/customers/*");
      visitor.requireSound("customers-found");
      assertThat(page.locator("tbody tr").count()).isEqualTo(2);
      assertThat(page.content()).contains("SVC-2026-0012").doesNotContain(TeaCustomers.MOBILE);
      page.click("tbody tr >> nth=0 >> a");
      page.waitForURL("**/customers/*/*");
      visitor.requireSound("customer-record");
      assertThat(page.getAttribute("[data-field=mobile]", "data-form")).isEqualTo("masked");
      assertThat(page.getAttribute("[data-field=email]", "data-form")).isEqualTo("withheld");
      assertThat(page.locator("#sights").count()).isZero();
      assertThat(page.content() + page.url() + page.title()).doesNotContain(TeaCustomers.MOBILE,
          TeaCustomers.EMAIL, TeaCustomers.NAME);
    }
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void theOfficerSeesTheValueAndWhoSawItBefore(Look look) throws Exception {
    found(program(house.staff()), "service", "customer_no", "QL0000001");
    String record = record(program(house.officer()), "service", "customer_no", "QL0000001");
    try (Visitor visitor = Visitor.at(port, look).as(house.officer(), sessions)) {
      Page page = visitor.open(record);
      visitor.requireSound("customer-record-officer");
      assertThat(page.innerText("[data-field=mobile]")).contains(TeaCustomers.MOBILE);
      assertThat(page.innerText("#sights")).contains("officer").contains("staff").contains("case-1");
      assertThat(page.url() + page.title()).doesNotContain("QL0000001", TeaCustomers.NAME);
    }
  }

  @Test
  void nothingIsKeptByTheBrowser() throws Exception {
    RawVisitor officer = program(house.officer());
    HttpResponse<String> page = officer.get(record(officer, "service", "mobile", TeaCustomers.MOBILE));
    assertThat(page.body()).contains(TeaCustomers.MOBILE);
    assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
  }

  @Test
  void anInquiryServesItsAskerAloneAndNotForLong() throws Exception {
    RawVisitor staff = program(house.staff());
    String hits = found(staff, "service", "mobile", TeaCustomers.MOBILE);
    assertThat(staff.get(hits).statusCode()).isEqualTo(200);
    Account stranger = customers.open().officer();
    for (Account other : List.of(house.officer(), stranger)) {
      assertThat(program(other).get(hits).statusCode()).isEqualTo(404);
    }
    RawVisitor later = program(house.staff());
    clock.advance(Duration.ofMinutes(30));
    assertThat(program(house.staff()).get(hits).statusCode()).isEqualTo(404);
    assertThat(later.get("/customers").statusCode()).isIn(200, 302);
  }

  @Test
  void whomAnInquiryDidNotFindCannotBeAskedForAndTheAttemptIsWritten() throws Exception {
    RawVisitor staff = program(house.staff());
    String another = record(staff, "service", "customer_no", "QL0000002");
    String hits = found(staff, "service", "customer_no", "QL0000001");
    String forged = hits + another.substring(another.lastIndexOf('/'));
    long before = lines(Act.DISCLOSE_REFUSED);
    assertThat(staff.get(forged).headers().firstValue("location").orElse(""))
        .endsWith("refused=disclosure.person.unknown");
    assertThat(lines(Act.DISCLOSE_REFUSED)).isEqualTo(before + 1);
    assertThat(staff.get(hits + "/" + "f".repeat(31)).statusCode()).isEqualTo(404);
    assertThat(staff.get("/customers/nothing").statusCode()).isEqualTo(400);
  }

  @Test
  void everyRefusalOfASearchIsWrittenAndSaid() throws Exception {
    RawVisitor lawyer = program(house.lawyer());
    for (Map.Entry<String, String> refusal : Map
        .of("curiosity", "purpose.unknown", "marketing", "purpose.field", "accounting", "purpose.field")
        .entrySet()) {
      long before = lines(Act.SEARCH);
      assertThat(place(lawyer, refusal.getKey(), "mobile", TeaCustomers.MOBILE, "case-1"))
          .endsWith("refused=disclosure." + refusal.getValue());
      assertThat(lines(Act.SEARCH)).isEqualTo(before + 1);
    }
    assertThat(place(lawyer, "accounting", "customer_no", "QL0000001", "case-1"))
        .endsWith("refused=disclosure.purpose.role");
    assertThat(place(lawyer, "service", "email", TeaCustomers.EMAIL, "case-1"))
        .endsWith("refused=disclosure.search.field");
    assertThat(lawyer.get("/customers?refused=disclosure.purpose.role").body()).contains("alert-danger");
  }

  @Test
  void aLapsedTrainingClosesTheNextSearchAndTheNextRead() throws Exception {
    RawVisitor staff = program(house.staff());
    String record = record(staff, "service", "mobile", TeaCustomers.MOBILE);
    standing.place(house.company().id(),
        Placing.freeze(Subject.of(house.staff().id()), "training.lapsed", "training"), "security");
    assertThat(place(staff, "service", "mobile", TeaCustomers.MOBILE, "case-1"))
        .endsWith("refused=disclosure.standing.held");
    assertThat(staff.get(record).body()).contains("alert-warning").doesNotContain("data-form=\"masked\"");
  }

  @Test
  void withoutACaseAFormTokenOrARoleNothingIsSearched() throws Exception {
    RawVisitor staff = program(house.staff());
    long before = lines(Act.SEARCH);
    for (String matter : List.of("", " ", "宋庭", "a b", "13900001234", "x".repeat(65))) {
      assertThat(place(staff, "service", "mobile", TeaCustomers.MOBILE, matter))
          .endsWith("refused=disclosure.case");
    }
    assertThat(
        staff.forge("/customers", form("service", "mobile", TeaCustomers.MOBILE, "case-1"), "").statusCode())
        .isEqualTo(403);
    assertThat(program(house.company().administrator()).get("/customers").statusCode()).isEqualTo(403);
    assertThat(staff.post("/customers", form("Service!", "mobile", "1", "case-1")).statusCode())
        .isEqualTo(400);
    assertThat(lines(Act.SEARCH)).isEqualTo(before);
  }

  @Test
  void withoutAnInventoryThePageSaysWhatToDoFirst() {
    try (Visitor visitor = Visitor.at(port, Look.EN_PHONE).as(customers.empty().staff(), sessions)) {
      visitor.open("/customers");
      visitor.requireSound("customers-empty");
      assertThat(visitor.page().innerText("main")).contains("inventory");
    }
  }

  @Test
  void theValueSearchedForIsKeptNowhere() throws Exception {
    found(program(house.staff()), "service", "mobile", TeaCustomers.MOBILE);
    String kept = storage.in(house.company().id(),
        () -> storage.jdbc()
            .sql(
                """
                    select coalesce(string_agg(i::text, ' '), '') || (select string_agg(convert_from(l.bytes, 'UTF8'), ' ')
                      from ledger.line l where l.company_id = ?) from disclosure.inquiry i where company_id = ?
                    """)
            .params(house.company().id().value(), house.company().id().value())
            .query(String.class)
            .single());
    assertThat(kept).contains("case-1").doesNotContain(TeaCustomers.MOBILE);
  }

  private RawVisitor program(Account account) {
    return RawVisitor.as(port, account, sessions);
  }

  private long lines(Act act) {
    ledger.sequence(house.company().id());
    return ledger.search(house.company().id(), LedgerSearch.newest(500).act(Optional.of(act.code()))).size();
  }

  private static Map<String, String> form(String purpose, String field, String value, String matter) {
    return Map.of("purpose", purpose, "field", field, "value", value, "matter", matter);
  }

  private static String place(RawVisitor who, String purpose, String field, String value, String matter)
      throws Exception {
    return who.post("/customers", form(purpose, field, value, matter))
        .headers()
        .firstValue("location")
        .orElseThrow();
  }

  private static String found(RawVisitor who, String purpose, String field, String value) throws Exception {
    String hits = place(who, purpose, field, value, "case-1");
    assertThat(hits).doesNotContain("refused");
    assertThat(who.get(hits).statusCode()).isEqualTo(200);
    return hits;
  }

  private static String record(RawVisitor who, String purpose, String field, String value) throws Exception {
    String body = who.get(found(who, purpose, field, value)).body();
    int link = body.indexOf("/customers/", body.indexOf("<tbody>"));
    return body.substring(link, body.indexOf('"', link));
  }
}
