package io.safehand.server.deal.leaving.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.deal.leaving.Wanted;
import io.safehand.server.deal.leaving.CopyId;
import io.safehand.server.deal.leaving.Leavings;
import io.safehand.server.base.signin.SignIns;
import io.safehand.core.inventory.Purpose;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.PagesTest;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Imports;
import io.safehand.server.site.demo.SampleCustomers;
import java.util.Set;
import java.util.UUID;
import java.time.Clock;
import java.time.LocalDate;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A company leaves with its customers, in browsers. */
@PagesTest
class CopiesPageTest {
  private static final String PASSWORD = "小楼一夜听春雨-2207";

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
  SignIns signIns;
  @Autowired
  Leavings leavings;
  @Autowired
  Clock clock;
  @Autowired
  Runs runs;
  @Autowired
  Storage storage;
  private Account officer;
  private Account lawyer;

  @BeforeEach
  void people() throws Exception {
    SampleCompany company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    lawyer = company.person("lawyer", Role.SELLER_LAWYER);
    new AdoptedInventory(inventories, decisions)
        .adopt(Files.readString(Path.of("..", "samples", "customers.inventory.yaml")), officer, lawyer);
    StringWriter rows = new StringWriter();
    SampleCustomers.ofTheSample().write(60, rows);
    Path file = Files.writeString(Files.createTempFile("customers", ".csv"), rows.toString());
    imports.run(company.id(), file, false, officer, ZoneId.of("Asia/Shanghai"), tally -> {});
    Files.delete(file);
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void oneAsksAnotherApprovesAndTheFileIsTakenOnce(Look look) throws Exception {
    try (Visitor asker = Visitor.at(port, look).sure(officer, sessions);
        Visitor voter = Visitor.at(port, look).as(lawyer, sessions)) {
      Page page = asker.open("/copies");
      asker.requireSound("copies-empty");
      page.check("input[value=service]");
      page.fill("#matter", "EXIT-1");
      page.click("#ask button");
      page.waitForURL("**done=leaving.asked");
      String place = asker.place().replaceFirst("\\?.*", "");
      asker.requireSound("copy-asked");
      assertThat(page.locator("form[action$=begin]").count()).isZero();

      Page duties = voter.open("/duties");
      duties.click("a[href='" + place + "']");
      voter.requireSound("copy-vote");
      assertThat(duties.locator("form[action$=begin]").count()).isZero();
      duties.click("button[value=APPROVE]");
      duties.waitForURL("**/duties**");

      asker.open(place).click("form[action$=begin] button");
      page.waitForSelector("#passphrase");
      String passphrase = page.innerText("#passphrase");
      asker.requireSound("copy-passphrase");
      page.click("section a.btn");
      page.waitForSelector("#file");
      asker.requireSound("copy-ready");
      assertThat(page.content()).doesNotContain(passphrase);
      Download file = page.waitForDownload(() -> page.click("#file button"));
      assertThat(Files.size(file.path())).isGreaterThan(4_000);
      asker.open(place).waitForSelector("#destroyed");
      asker.requireSound("copy-taken");
      page.click("#destroyed button");
      page.waitForURL("**done=leaving.destroyed");
      asker.open("/copies");
      asker.requireSound("copies");
    }
  }

  @Test
  void whatWaitedForTheProofIsDoneRightAfterIt() throws Exception {
    signIns.set(officer, "officer-" + officer.who(), PASSWORD.toCharArray());
    CopyId copy = leavings.ask(officer, wanted());
    Matter matter = decisions.of(officer.company(), "copies/" + copy).getFirst();
    decisions.approve(lawyer, matter.id(), matter.contentHash());
    try (Visitor asker = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions)) {
      Page page = asker.open("/copies/" + copy);
      page.click("form[action$=begin] button");
      page.waitForURL("**/step-up?act=**");
      page.fill("#proof", PASSWORD);
      page.click("#step-up button");
      page.waitForSelector("#passphrase");
    }
  }

  @Test
  void itsHolderCancelsACopyThatIsBeingWritten() {
    CopyId copy = leavings.ask(officer, wanted());
    writing(copy);
    try (Visitor holder = Visitor.at(port, Look.ZH_DESKTOP).as(officer, sessions);
        Visitor other = Visitor.at(port, Look.ZH_DESKTOP).as(lawyer, sessions)) {
      other.open("/copies/" + copy).waitForSelector("#progress");
      assertThat(other.page().locator("form[action$=cancel]").count()).isZero();
      Page page = holder.open("/copies/" + copy);
      holder.requireSound("copy-writing");
      page.click("form[action$=cancel] button");
      page.waitForURL("**done=leaving.cancelled");
    }
    assertThat(runs.of(officer.company(), "copies/" + copy)).extracting(Run::state)
        .containsExactly(Run.State.STOPPING);
  }

  /** As if a server were at it. */
  private void writing(CopyId copy) {
    storage.run(officer.company(), () -> {
      storage.jdbc()
          .sql("update leaving.copy set state = 'WRITING' where company_id = ? and id = ?")
          .params(officer.company().value(), copy.value())
          .update();
      storage.jdbc()
          .sql(
              """
                  insert into runs.run (company_id, run_id, kind, subject, by_account, state, done, total, problem, begun_at)
                  values (?, ?, 'leaving.copy', ?, ?, 'RUNNING', 20, 60, '', ?)
                  """)
          .params(officer.company().value(), UUID.randomUUID(), "copies/" + copy, officer.id().value(),
              clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    });
  }

  private Wanted wanted() {
    return new Wanted(Set.of(new Purpose("service")), Wanted.Why.AUDIT, "EXIT-2", Wanted.Place.COMPUTER,
        LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai")).plusDays(30));
  }

  @Test
  void withoutProvingWhoTheyAreNobodyBeginsAndStrangersSeeNothing() throws Exception {
    RawVisitor program = RawVisitor.as(port, officer, sessions);
    String place = program
        .post("/copies", Map.of("purpose", "service", "why", "AUDIT", "matter", "EXIT-1", "place", "CLOUD",
            "until", "2026-02-01"))
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("\\?.*", "");
    assertThat(program.post(place + "/begin", Map.of()).headers().firstValue("Location").orElse(""))
        .as("step-up")
        .contains("/step-up");
    assertThat(program.forge(place + "/destroyed", Map.of(), "").statusCode()).isEqualTo(403);
    RawVisitor stranger = RawVisitor.as(port, SampleCompany.in(access).person("officer", Role.SELLER_OFFICER),
        sessions);
    assertThat(stranger.get(place).statusCode()).isEqualTo(404);
    assertThat(stranger.get("/copies").body()).doesNotContain("EXIT-1").doesNotContain(place);
    assertThat(
        program
            .post("/copies",
                Map.of("purpose", "service", "why", "WHIM", "matter", "x", "place", "CLOUD", "until",
                    "2026-02-01"))
            .statusCode())
        .isEqualTo(400);
  }
}
