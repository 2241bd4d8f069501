package io.safehand.server.custody.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.person.Category;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.imports.ImportId;
import io.safehand.server.custody.imports.ImportJobs;
import io.safehand.server.custody.imports.UploadAnswer;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.inventory.Proposal;
import io.safehand.server.custody.inventory.SampleInventory;
import io.safehand.server.custody.records.UndeclaredColumns;
import io.safehand.server.custody.records.Vaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Columns that the inventory lacks are declared where they are met. */
@PagesTest
class DeclaringPagesTest {
  private static final String FILE = """
      会员号,姓名,手机,过敏,登录密码
      A0001,宋庭,13900001234,花生,abc
      A0002,陆遥,13900005678,,def
      A0003,何青,13900001111,,ghi
      """;

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
  ImportJobs jobs;
  @Autowired
  Vaults vaults;
  private SampleCompany company;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aFirmWithoutAnInventoryBeginsWithItsFile(Look look) {
    try (Visitor visitor = Visitor.at(port, look).as(officer, sessions)) {
      Page page = visitor.open("/imports");
      visitor.requireSound("imports-no-inventory");
      page.setInputFiles("#file", file());
      page.waitForURL("**/imports/*-*");
      String place = visitor.place();
      visitor.requireSound("import-first-inventory");
      assertThat(page.locator("#missing tbody tr").count()).as("a password is not even asked about")
          .isEqualTo(4);
      answer(page, "会员号", "CONTRACT");
      answer(page, "姓名", "CONTRACT");
      answer(page, "手机", "CONTRACT");
      row(page, "过敏").locator("select").nth(0).selectOption("HEALTH");
      row(page, "过敏").locator("input[type=checkbox]").first().check();
      answer(page, "过敏", "CONSENT");
      page.click("#missing form button");
      page.waitForURL("**done=imports.declared");
      visitor.requireSound("import-declared");
      assertThat(page.locator("form[action$=start] button").isDisabled()).isTrue();

      adopt();
      assertThat(inventories.current(company.id()).fields())
          .extracting(FieldRule::column, FieldRule::category, FieldRule::basis, FieldRule::isSensitive,
              FieldRule::identity)
          .containsExactly(row("会员号", Category.ACCOUNT, Basis.CONTRACT, false, true),
              row("姓名", Category.NAME, Basis.CONTRACT, false, false),
              row("手机", Category.MOBILE, Basis.CONTRACT, false, false),
              row("过敏", Category.HEALTH, Basis.CONSENT, true, false));
      visitor.open(place);
      page.click("form[action$=rehearsal] button");
      page.waitForSelector("form[action$=start] button:not([disabled])");
      visitor.requireSound("import-first-rehearsed");
      page.click("form[action$=start] button");
      page.waitForSelector("form[action$=disposal]");
      assertThat(vaults.population(company.id()).live()).isEqualTo(3);
    }
  }

  @Test
  void aColumnThatTheInventoryLacksIsProposedBesideWhatIsThere() throws Exception {
    String text = SampleInventory.version("2026-01").replace("{field: name,", "{field: name, column: 姓名,");
    new AdoptedInventory(inventories, decisions).adopt(text, officer, lawyer);
    ImportId id = arrived();
    RawVisitor program = RawVisitor.as(port, officer, sessions);
    assertThat(program.get("/imports/" + id).body()).contains("line[2].basis")
        .doesNotContain("line[3].basis");

    assertThat(
        program.post("/imports/" + id + "/declaration", Map.of("x", "y")).headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("done=imports.columns"));
    assertThat(declare(program, id, line(0, "LEAVE_OUT"), line(2, "LEGAL_DUTY"), line(3, "LEAVE_OUT")))
        .endsWith("done=imports.declared");
    Proposal proposal = inventories.proposals(company.id()).getFirst();
    assertThat(proposal.changes()).singleElement()
        .satisfies(change -> assertThat(change.name()).isEqualTo("mobile"));
    assertThat(proposal.inventory().fields().getLast().retention()).isEqualTo(Period.ofYears(5));
    assertThat(proposal.inventory().purposes()).hasSize(2);
    adopt();
    assertThat(jobs.undecided(officer, jobs.source(officer, id).orElseThrow())).isEmpty();
  }

  @Test
  void whatIsNoAnswerProposesNothing() throws Exception {
    ImportId id = arrived();
    RawVisitor program = RawVisitor.as(port, officer, sessions);
    assertThat(declare(program, id, line(0, "CONTRACT"))).endsWith("refused=imports.declare.identity");
    Map<String, String> identity = new HashMap<>(line(0, "CONTRACT"));
    identity.put("identity", "true");
    for (Map.Entry<String, String> wrong : Map
        .of("purpose", "spying", "basis", "WHIM", "at", "9", "years", "0")
        .entrySet()) {
      Map<String, String> line = new HashMap<>(identity);
      line.put(wrong.getKey(), wrong.getValue());
      assertThat(declare(program, id, line)).as(wrong.getKey())
          .satisfiesAnyOf(to -> assertThat(to).endsWith("refused=imports.declare.refused"),
              to -> assertThat(to).isEqualTo("400"));
    }
    assertThat(inventories.proposals(company.id())).isEmpty();
    RawVisitor stranger = RawVisitor.as(port, SampleCompany.in(access).person("officer", Role.SELLER_OFFICER),
        sessions);
    assertThat(declare(stranger, id, identity)).isEqualTo("404");
    assertThatThrownBy(() -> jobs.start(officer, id)).isInstanceOf(UndeclaredColumns.class);
  }

  private ImportId arrived() throws IOException {
    UploadAnswer answer = jobs.upload(officer, "客户.csv",
        new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
    return ((UploadAnswer.Taken) answer).id();
  }

  private void adopt() {
    Proposal proposal = inventories.proposals(company.id()).getFirst();
    decisions.approve(lawyer, proposal.matter().id(), proposal.matter().contentHash());
    inventories.adopt(company.id(), proposal.yaml(), proposal.matter().id(), officer);
  }

  private static Map<String, String> line(int at, String basis) {
    return Map.of("at", String.valueOf(at), "category", at == 2 ? "MOBILE" : "TEXT", "purpose", "service",
        "basis", basis, "years", "5");
  }

  /** Where the answer leads, or its status. */
  @SafeVarargs
  private static String declare(RawVisitor program, ImportId id, Map<String, String>... lines)
      throws Exception {
    Map<String, String> form = new HashMap<>();
    for (int at = 0; at < lines.length; at++) {
      String name = "line%5B" + at + "%5D.";
      lines[at].forEach((key, value) -> form.put(name + key, value));
    }
    var answer = program.post("/imports/" + id + "/declaration", form);
    return answer.headers().firstValue("Location").orElse(String.valueOf(answer.statusCode()));
  }

  private static Tuple row(Object... values) {
    return Tuple.tuple(values);
  }

  private static Locator row(Page page, String column) {
    return page.locator("#missing tbody tr:has(span:text-is('" + column + "'))");
  }

  private static void answer(Page page, String column, String basis) {
    row(page, column).locator("select").nth(2).selectOption(basis);
  }

  private static FilePayload file() {
    return new FilePayload("客户.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8));
  }

}
