package io.safehand.server.site.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.start.SettableClock;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.Authenticator;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.imports.SampleWorkbook;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class GuidePageTest {
  private static final String PASSWORD = "小楼一夜听春雨-2207";
  private static final int ROWS = 800;

  @LocalServerPort
  int port;
  @Autowired
  Access access;
  @Autowired
  Sessions sessions;
  @Autowired
  Clock clock;

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aFirmOfThreeWithASpreadsheetComesToAGreenPreparation(Look look) throws IOException {
    long begun = System.nanoTime();
    Account operator = SampleCompany.operating(access).person("operator", Role.PLATFORM_OPERATOR);
    try (Visitor platform = Visitor.at(port, look).as(operator, sessions);
        Visitor owner = Visitor.at(port, look);
        Visitor lawyer = Visitor.at(port, look);
        Visitor worker = Visitor.at(port, look)) {
      found(platform);
      comeIn(owner, platform.page().getAttribute("#first", "href"), "owner");
      comeIn(lawyer, platform.page().getAttribute("#second", "href"), "lawyer");

      owner.open("/guide");
      owner.requireSound("guide-invite");
      String link = invite(owner, "worker", "陆鸣溪");

      lawyer.open("/guide");
      assertThat(lawyer.page().locator("form[action$=confirm]").count()).as("before anybody is in").isZero();
      comeIn(worker, link, "worker");
      lawyer.open("/guide");
      assertThat(lawyer.page().innerText("form[action$=confirm]")).contains("worker", "陆鸣溪");
      lawyer.requireSound("guide-confirm");
      lawyer.page().click("form[action$=confirm] button");
      lawyer.page().waitForURL("**?done=guide.confirmed");

      worker.open("/guide");
      worker.requireSound("guide-questions");
      answer(worker.page());
      worker.requireSound("guide-answered");
      assertThat(state(worker.page(), "#preparation .card-header")).doesNotContain(green(look));

      bringIn(worker, lawyer);
      worker.open("/guide");
      worker.requireSound("guide-green");
      assertThat(worker.page().locator("ol.tasks li").count()).isLessThanOrEqualTo(10);
      assertThat(worker.page().locator("ol.tasks li.task-done").count())
          .isEqualTo(worker.page().locator("ol.tasks li").count());
      assertThat(state(worker.page(), "#preparation .card-header")).contains(green(look));
      assertThat(worker.page().locator("#preparation .badge.gate-red").count()).isZero();

      owner.open("/guide");
      assertThat(owner.page().content()).as("who is not let know of the transfer").doesNotContain("春雨");
      assertThat(owner.page().locator("#preparation").count()).isZero();
    }
    System.out.println("a firm of three, invitation to green: "
        + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s of a browser");
  }

  @Test
  void aLargerFirmFindsASecondPersonBesidesAndComesToAGreenPreparation() throws IOException {
    Account operator = SampleCompany.operating(access).person("operator", Role.PLATFORM_OPERATOR);
    try (Visitor platform = Visitor.at(port, Look.ZH_DESKTOP).as(operator, sessions);
        Visitor owner = Visitor.at(port, Look.ZH_DESKTOP);
        Visitor security = Visitor.at(port, Look.ZH_DESKTOP);
        Visitor lawyer = Visitor.at(port, Look.ZH_DESKTOP);
        Visitor worker = Visitor.at(port, Look.ZH_DESKTOP)) {
      platform.open("/firms").uncheck("[name=small]");
      found(platform.page());
      comeIn(owner, platform.page().getAttribute("#first", "href"), "owner");
      comeIn(security, platform.page().getAttribute("#second", "href"), "security");
      comeIn(worker, invite(owner, "worker", "陆鸣溪"), "worker");
      comeIn(lawyer, invite(owner, "second", "沈知秋"), "second");
      owner.requireSound("guide-second");
      for (String handle : List.of("worker", "second")) {
        security.open("/guide").click("form[action$=confirm]:has-text('" + handle + "') button");
        security.page().waitForURL("**?done=guide.confirmed");
      }
      worker.open("/guide");
      answer(worker.page());
      bringIn(worker, lawyer);
      worker.open("/guide");
      assertThat(worker.page().locator("ol.tasks li.task-done").count()).isEqualTo(Step.values().length);
      assertThat(state(worker.page(), "#preparation .card-header")).contains(green(Look.ZH_DESKTOP));
    }
  }

  @Test
  void onlyAPlatformOperatorFoundsAFirm() {
    SampleCompany company = SampleCompany.in(access);
    try (Visitor visitor = Visitor.at(port, Look.ZH_DESKTOP).as(company.administrator(), sessions)) {
      assertThat(visitor.open("/firms").textContent("main")).contains("403");
    }
  }

  @Test
  void afterFoundingTheOperatorSeesNothingOfTheFirm() {
    Account operator = SampleCompany.operating(access).person("operator", Role.PLATFORM_OPERATOR);
    try (Visitor platform = Visitor.at(port, Look.ZH_DESKTOP).as(operator, sessions)) {
      found(platform);
      CompanyId firm = new CompanyId(UUID.fromString(platform.page().innerText("code.why").strip()));
      assertThat(access.account(firm, "owner").orElseThrow().has(Role.ADMINISTRATOR)).isTrue();
      platform.page().click("form[action$=invitation] button");
      platform.page().waitForSelector("#first");
      for (String page : List.of("/deals", "/customers", "/people", "/imports", "/inventory")) {
        assertThat(platform.open(page).content()).doesNotContain("owner").doesNotContain(firm.toString());
      }
    }
  }

  private static void found(Visitor platform) {
    platform.open("/firms");
    platform.requireSound("firms");
    found(platform.page());
    platform.requireSound("firm-founded");
  }

  private static void found(Page page) {
    page.fill("#firm", "石桥花坊");
    page.fill("#firstHandle", "owner");
    page.fill("#firstName", "顾晚晴");
    page.fill("#secondHandle", "lawyer");
    page.fill("#secondName", "沈知秋");
    page.click("form[action='/firms'] button");
    page.waitForSelector("#second");
  }

  private static String invite(Visitor owner, String handle, String name) {
    Page page = owner.open("/guide");
    page.fill("#handle", handle);
    page.fill("#name", name);
    page.click("form[action$=team] button");
    page.waitForSelector("#invitation");
    return page.getAttribute("#invitation", "href");
  }

  private void comeIn(Visitor visitor, String link, String who) {
    Page page = visitor.open(link);
    Authenticator app = new Authenticator(page.textContent("#secret"), clock);
    String name = who + "-" + UUID.randomUUID();
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.fill("#code", app.code());
    page.click("main form button");
    page.waitForSelector(".codes li");
    ((SettableClock) clock).advance(Duration.ofMinutes(1));
    visitor.open("/sign-in");
    page.fill("#name", name);
    page.fill("#password", PASSWORD);
    page.click("main button");
    page.waitForURL("**/sign-in/code**");
    page.fill("#code", app.code());
    page.click("main button");
    page.waitForURL("**/");
  }

  private static void answer(Page page) {
    page.check("input[name=type][value=ASSET]");
    page.fill("#codeName", "春雨");
    page.fill("#customers", String.valueOf(ROWS));
    page.check("input[name=copies][value=CHAT]");
    page.check("input[name=copies][value=COMPUTER]");
    page.check("input[name=channels][value=SMS]");
    page.click("#questions button");
    page.waitForURL("**?done=guide.answered");
  }

  private void bringIn(Visitor worker, Visitor lawyer) throws IOException {
    Page page = worker.open("/imports");
    page.setInputFiles("#file", workbook());
    page.waitForURL("**/imports/*-*");
    String file = worker.place();
    for (Locator basis : page.locator("#missing tbody select[name$=basis]").all()) {
      basis.selectOption("CONTRACT");
    }
    page.click("#missing form button");
    page.waitForURL("**done=imports.declared");
    lawyer.open("/guide").click("ol.tasks a.btn-primary");
    lawyer.page().click(".proposal button[value=APPROVE]");
    lawyer.page().waitForURL("**/duties**");
    worker.open("/guide").click("ol.tasks a.btn-primary");
    page.click(".adopt button");
    page.waitForURL("**done=inventory.adopted");
    worker.open("/guide").click("ol.tasks a.btn-primary");
    assertThat(worker.place()).isEqualTo(file);
    page.click("form[action$=rehearsal] button");
    page.waitForSelector("form[action$=start] button:not([disabled])");
    page.click("form[action$=start] button");
    page.waitForSelector("form[action$=disposal]");
    page.check("input[value=CHAT]");
    page.check("input[value=DELETED]");
    page.click("form[action$=disposal] button");
    page.waitForURL("**done=imports.disposed");
  }

  private static FilePayload workbook() throws IOException {
    List<String> rows = Stream.concat(Stream.of("会员号,姓名,手机"), IntStream.range(0, ROWS)
        .mapToObj("%1$04d"::formatted)
        .map(number -> "A" + number + ",宋知" + (char) ('一' + Integer.parseInt(number)) + ",1390000" + number))
        .toList();
    return new FilePayload("客户.xlsx", "application/octet-stream",
        SampleWorkbook.of(Map.of("客户", rows), List.of("客户")));
  }

  private static String state(Page page, String header) {
    return page.innerText(header + " .badge").strip();
  }

  private static String green(Look look) {
    return look.language().startsWith("zh") ? "当前版本可查验的全部满足" : "all that this version checks";
  }
}
