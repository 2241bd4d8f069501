package io.safehand.server.custody.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All customers leave masked, behind an unlock, as JSON, CSV and XLSX. */
@PagesTest
class CustomerListTest {
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
  private TeaCustomers.House house;
  private Program program;

  @BeforeEach
  void aTeaHouse() throws Exception {
    house = new TeaCustomers(access, inventories, decisions, imports).open();
    program = Program.withoutKey(port).as(house.officer(), sessions, keys, clock);
  }

  @Test
  void aListNeedsAnUnlockHoweverFewAreAskedFor() {
    assertThat(list("?limit=1", "application/json").problem()).endsWith("disclosure.bulk-locked");
    assertThat(list("", "text/csv").problem()).endsWith("disclosure.bulk-locked");
    assertThat(lines(Act.DISCLOSE)).isZero();
    assertThat(lines(Act.BULK_READ)).as("the tries").isEqualTo(2);
  }

  @Test
  void pagesOfAllCustomersTellNothingInFullAndCount() {
    unlock(house.officer());
    Json.Object first = list("?limit=2", "application/json").json();
    assertThat(first.array("items").objects()).hasSize(2);
    Program.Answer last = list("?limit=2&after=" + first.text("next"), "application/json");
    assertThat(last.json().array("items").objects()).hasSize(1);
    assertThat(last.json().has("next")).isFalse();
    assertThat(first + last.toString()).contains("139****")
        .doesNotContain(TeaCustomers.MOBILE, TeaCustomers.NAME, TeaCustomers.EMAIL);
    assertThat(lines(Act.DISCLOSE)).isEqualTo(3);
    assertThat(bulk.left(house.officer())).isEqualTo(BulkReads.MOST_A_DAY - 3);
    assertThat(list("?after=x", "application/json").problem()).endsWith("api.after");
    clock.advance(Duration.ofSeconds(60));
    assertThat(list("", "application/json").problem()).endsWith("disclosure.bulk-locked");
  }

  @Test
  void filesHoldMaskedTextOnly() throws IOException {
    unlock(house.officer());
    Program.Answer csv = list("", "text/csv");
    assertThat(csv.mediaType()).startsWith("text/csv");
    String text = new String(csv.body(), StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(4);
    assertThat(text).contains("mobile", "139****1234").doesNotContain(TeaCustomers.MOBILE, TeaCustomers.NAME);
    Program.Answer xlsx = list("", XLSX);
    assertThat(xlsx.mediaType()).startsWith(XLSX);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx.body()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo(3);
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("customer_no");
    }
  }

  @Test
  void anothersUnlockAndOtherRolesAreNoWayIn() {
    unlock(house.officer());
    Program lawyer = Program.withoutKey(port).as(house.lawyer(), sessions, keys, clock);
    assertThat(list(lawyer, "", "text/csv").problem()).endsWith("disclosure.bulk-locked");
    Program security = Program.withoutKey(port).as(house.company().securityOfficer(), sessions, keys, clock);
    assertThat(list(security, "", "text/csv").status()).isEqualTo(403);
    assertThat(program.get("/api/v1/customers").problem()).endsWith("api.purpose-missing");
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aPersonUnlocksAndTakesTheFile(Look look) throws IOException {
    try (Visitor visitor = Visitor.at(port, look).sure(house.officer(), sessions)) {
      Page page = visitor.open("/customers/unlock");
      visitor.requireSound("customers-file");
      page.fill("#matter", "case-1");
      page.click("#list button[value=csv]");
      page.waitForURL("**refused=disclosure.bulk-locked");
      page.click("form[action$=unlock] button");
      page.waitForURL("**done=disclosure.unlocked");
      page.fill("#matter", "case-1");
      List<String> rows = Files
          .readAllLines(page.waitForDownload(() -> page.click("#list button[value=csv]")).path());
      assertThat(rows).hasSize(4);
      assertThat(rows.toString()).doesNotContain(TeaCustomers.MOBILE, TeaCustomers.NAME);
    }
  }

  private Program.Answer list(String query, String accept) {
    return list(program, query, accept);
  }

  private static Program.Answer list(Program program, String query, String accept) {
    HttpRequest.Builder request = program.request("/api/v1/customers" + query)
        .header("Accept", accept)
        .header("Safehand-Purpose", "service")
        .header("Safehand-Case", "case-1");
    return program.send(request.GET());
  }

  private void unlock(Account account) {
    var token = sessions.begin(account);
    sessions.steppedUp(sessions.find(token).orElseThrow());
    bulk.unlock(sessions.find(token).orElseThrow());
  }

  private long lines(Act act) {
    ledger.sequence(house.company().id());
    return ledger.search(house.company().id(), LedgerSearch.newest(500).act(Optional.of(act.code()))).size();
  }
}
