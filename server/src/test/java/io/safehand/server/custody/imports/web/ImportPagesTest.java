package io.safehand.server.custody.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.imports.SampleWorkbook;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.site.demo.SampleCustomers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer brings customers in with a browser. */
@PagesTest
class ImportPagesTest {
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
  Vaults vaults;
  private Account officer;

  @BeforeEach
  void people() throws IOException {
    SampleCompany company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    new AdoptedInventory(inventories, decisions).adopt(
        Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer,
        company.person("lawyer", Role.SELLER_LAWYER));
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void anOfficerBringsAWorkbookInAndDisposesOfTheOriginal(Look look) throws IOException {
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/imports");
      visitor.requireSound("imports-empty");
      page.click("summary");
      visitor.requireSound("imports-table");
      page.setInputFiles("#file", workbook());
      page.waitForURL("**/imports/*-*");
      visitor.requireSound("import-mapping");
      assertThat(page.title()).as("nothing of the file").doesNotContain("客户").doesNotContain("xlsx");
      assertThat(page.locator("form[action$=start] button").isDisabled()).as("a column lacks its answer")
          .isTrue();
      page.locator("tr", new Page.LocatorOptions().setHasText("备注"))
          .locator("select[name=to]")
          .selectOption("");
      page.click("form[action$=columns] button");
      page.waitForURL("**done=imports.columns");

      page.click("form[action$=rehearsal] button");
      page.waitForSelector("form[action$=start] button:not([disabled])");
      visitor.requireSound("import-rehearsed");
      assertThat(vaults.population(officer.company()).live()).isZero();

      page.click("form[action$=start] button");
      page.waitForSelector("form[action$=disposal]");
      visitor.requireSound("import-done");
      assertThat(vaults.population(officer.company()).live()).isEqualTo(29);
      String csv = page.request().get(page.url().replaceFirst("\\?.*", "") + "/rejected.csv").text();
      assertThat(csv).isEqualTo("row,reason\n4,customer_no:value.missing\n");

      page.check("input[value=CHAT]");
      page.check("input[value=DELETED]");
      page.click("form[action$=disposal] button");
      page.waitForURL("**done=imports.disposed");
      visitor.requireSound("import-disposed");
      visitor.open("/imports");
      visitor.requireSound("imports");
    }
  }

  @Test
  void aFileThatCannotBeReadIsRefusedInOneClearLine() {
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions)) {
      Page page = visitor.open("/imports");
      byte[] old = new byte[600];
      System.arraycopy(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
        (byte) 0xE1}, 0, old, 0, 8);
      page.setInputFiles("#file", new FilePayload("客户.xls", "application/vnd.ms-excel", old));
      page.waitForURL("**refused=imports.sheet.old_format");
      assertThat(page.innerText("[role=alert]")).contains("另存为");
      visitor.requireSound("imports-refused");
    }
  }

  private static FilePayload workbook() throws IOException {
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(30, rows);
    List<String> lines = new ArrayList<>(rows.toString().lines().toList());
    lines.set(3, lines.get(3).substring(lines.get(3).indexOf(',')));
    lines.replaceAll(line -> line + (line.startsWith("customer_no") ? ",备注" : ",老客户"));
    return new FilePayload("客户.xlsx", "application/octet-stream",
        SampleWorkbook.of(Map.of("客户", lines), List.of("客户")));
  }
}
