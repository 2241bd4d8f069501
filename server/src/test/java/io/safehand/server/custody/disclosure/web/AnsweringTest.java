package io.safehand.server.custody.disclosure.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.Program;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.consent.ConsentNotices;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.start.SettableClock;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a customer answered is seen and recorded by who may look at the record, on the page and by programs. */
@PagesTest
class AnsweringTest {
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
  Keys papers;
  @Autowired
  ConsentNotices notices;
  @Autowired
  Standing standing;
  @Autowired
  Ledger ledger;
  @Autowired
  SettableClock clock;
  private TeaCustomers.House house;
  private Program officer;
  private String person;

  @BeforeEach
  void aTeaHouse() throws Exception {
    house = new TeaCustomers(access, inventories, decisions, imports).open();
    officer = Program.withoutKey(port).as(house.officer(), sessions, keys, clock);
    person = person(officer);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void staffRecordARefusalAsEasilyAsAConsentAndHandOutTheReceipt(Look look) throws Exception {
    notices.publish(new Purpose("marketing"), new ConsentNotices.Text("是否愿意收到新茶通知？", "May we send you news?"),
        false, house.officer());
    try (Visitor visitor = Visitor.at(port, look).as(house.staff(), sessions)) {
      Page page = visitor.open("/customers");
      page.selectOption("#purpose", "service");
      page.fill("#matter", "SVC-2026-0012");
      page.selectOption("#field", "customer_no");
      page.fill("#value", "QL0000001");
      page.click("section form button");
      page.waitForURL("**/customers/*");
      page.click("tbody tr >> nth=0 >> a");
      page.waitForURL("**/customers/*/*");
      page.click("#consents");
      page.waitForURL("**/consents");
      visitor.requireSound("customer-consents");
      Locator marketing = page.locator("#purpose-marketing");
      assertThat(marketing.getAttribute("data-state")).isEqualTo("REFUSED");
      assertThat(marketing.locator("[data-surface=import]").count()).isEqualTo(1);
      assertThat(page.locator(":checked:not(option)").count()).as("nothing is ticked").isZero();
      Locator yes = marketing.locator("button[value=given]");
      Locator no = marketing.locator("button[value=refused]");
      assertThat(no.boundingBox().width).isEqualTo(yes.boundingBox().width);
      assertThat(no.boundingBox().height).isEqualTo(yes.boundingBox().height);
      page.selectOption("#method-marketing", "phone");
      page.selectOption("#entity-marketing", "person");
      page.fill("#provenance-marketing", "call-17");
      page.fill("#said-marketing", page.getAttribute("#said-marketing", "max"));
      yes.click();
      page.waitForURL("**done=disclosure.answered");
      visitor.requireSound("customer-consents-recorded");
      assertThat(marketing.getAttribute("data-state")).isEqualTo("GIVEN");
      Download download = page
          .waitForDownload(() -> marketing.locator("tbody tr[data-surface=staff] a").click());
      assertThat(read(download.path()).notice()).isPresent();
      assertThat(page.url() + page.title() + page.content()).doesNotContain(TeaCustomers.MOBILE,
          TeaCustomers.NAME);
    }
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void aTextOfAnotherMeaningPutsEveryEarlierYesOutOfForce(Look look) throws Exception {
    say("given", "g-" + person);
    try (Visitor visitor = Visitor.at(port, look).as(house.officer(), sessions)) {
      Page page = visitor.open("/consent-notices");
      visitor.requireSound("consent-notices");
      assertThat(page.locator("input:checked").count()).as("nothing is chosen beforehand").isZero();
      page.fill("#zh-marketing", "是否愿意收到合作方的消息？");
      page.fill("#en-marketing", "May our partners write to you?");
      page.check("#notice-marketing input[value=changed]");
      page.click("#notice-marketing button");
      page.waitForURL("**done=consent.published");
      assertThat(page.getAttribute("#notice-marketing", "data-version")).isEqualTo("1");
    }
    assertThat(state()).isEqualTo("INVALIDATED");
    assertThat(RawVisitor.as(port, house.staff(), sessions).get("/consent-notices").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aProgramRecordsAnAnswerOnceAndTheNextReadFollowsIt() {
    long before = lines(Act.CONSENT_GIVEN);
    Program.Answer first = say("given", "k-" + person);
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(say("given", "k-" + person).json().text("event")).isEqualTo(first.json().text("event"));
    assertThat(lines(Act.CONSENT_GIVEN)).isEqualTo(before + 1);
    assertThat(state()).isEqualTo("GIVEN");
    assertThat(say("withdrawn", "w-" + person).json().text("state")).isEqualTo("WITHDRAWN");
    assertThat(state()).isEqualTo("WITHDRAWN");
  }

  @Test
  void theReceiptVerifiesAndAnImportedOneSaysSo() throws Exception {
    Json.Object imported = marketing().array("history").objects().getFirst();
    ConsentReceipt receipt = receipt(imported.text("event"));
    assertThat(receipt.act().surface()).isEqualTo("import");
    assertThat(receipt.act().state()).isEqualTo("REFUSED");
    assertThat(get("/" + "0199c0de-0000-7000-8000-000000000001/receipt").status()).isEqualTo(404);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndRecordsNothing() {
    for (String wrong : new String[]{"\"answer\":\"renewed\"", "\"answer\":\"given\",\"method\":\"guess\"",
      "\"answer\":\"given\",\"provenance\":\"13900001234\"", "\"answer\":\"given\",\"saidAt\":\"2999-01-01\"",
      "\"answer\":\"given\",\"purpose\":\"service\"",
      "\"answer\":\"refused\",\"validUntil\":\"2999-01-01\""}) {
      assertThat(send(officer, body(wrong)).problem()).as(wrong).endsWith("disclosure.consent.malformed");
    }
    String other = "\"answer\":\"given\",\"notice\":\"" + "0".repeat(64) + "\",\"language\":\"zh\"";
    assertThat(send(officer, body(other)).problem()).endsWith("disclosure.consent.notice");
    assertThat(send(officer, "{\"purpose\":\"service\"}").problem()).endsWith("api.json");
    assertThat(marketing().array("history").objects()).hasSize(1);
  }

  @Test
  void whoDidNotFindThePersonOrIsOnHoldRecordsNothing() {
    Program lawyer = Program.withoutKey(port).as(house.lawyer(), sessions, keys, clock);
    assertThat(send(lawyer, body("\"answer\":\"given\"")).problem()).endsWith("disclosure.person.unknown");
    standing.place(house.company().id(),
        Placing.freeze(Subject.of(house.officer().id()), "training.lapsed", "training"), "security");
    assertThat(send(officer, body("\"answer\":\"given\"")).status()).isEqualTo(403);
    assertThat(get("").status()).isEqualTo(403);
    assertThat(lines(Act.CONSENT_GIVEN)).isZero();
  }

  private Program.Answer say(String answer, String key) {
    return officer.post("/api/v1/customers/" + person + "/consents", body("\"answer\":\"" + answer + "\""),
        "Idempotency-Key", key);
  }

  private Program.Answer send(Program by, String body) {
    return by.post("/api/v1/customers/" + person + "/consents", body);
  }

  /** A consent by telephone, in which these members are others. */
  private static String body(String members) {
    Json.Object consent = Json.object()
        .with("purpose", "marketing")
        .with("method", "phone")
        .with("provenance", "call-17");
    for (var member : Json.parse(("{" + members + "}").getBytes(UTF_8)).asObject().members().entrySet()) {
      consent = consent.with(member.getKey(), member.getValue());
    }
    return new String(
        Json.object().with("purpose", "service").with("case", "case-1").with("consent", consent).canonical(),
        UTF_8);
  }

  private String state() {
    return marketing().text("state");
  }

  private Json.Object marketing() {
    return get("").json()
        .array("items")
        .objects()
        .stream()
        .filter(one -> one.text("purpose").equals("marketing"))
        .findFirst()
        .orElseThrow();
  }

  private Program.Answer get(String rest) {
    HttpRequest.Builder request = officer.request("/api/v1/customers/" + person + "/consents" + rest)
        .header("Safehand-Purpose", "service")
        .header("Safehand-Case", "case-1");
    return officer.send(request.GET());
  }

  private ConsentReceipt receipt(String event) throws Exception {
    Program.Answer file = get("/" + event + "/receipt");
    assertThat(file.mediaType()).isEqualTo("application/ld+json");
    return ConsentReceipt.require(new NamedBytes("receipt", file.body()), papers.trust()).paper();
  }

  private ConsentReceipt read(Path file) throws Exception {
    return ConsentReceipt.require(new NamedBytes("receipt", Files.readAllBytes(file)), papers.trust())
        .paper();
  }

  private long lines(Act act) {
    ledger.sequence(house.company().id());
    return ledger.search(house.company().id(), LedgerSearch.newest(500).act(Optional.of(act.code()))).size();
  }

  private static String person(Program by) {
    return by
        .post("/api/v1/customers/search", "{\"field\":\"customer_no\",\"value\":\"QL0000001\"}",
            "Safehand-Purpose", "service", "Safehand-Case", "case-1")
        .json()
        .array("items")
        .objects()
        .getFirst()
        .text("person");
  }
}
