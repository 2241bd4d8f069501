package io.safehand.server.deal.handover.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.FilePayload;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.runs.Run;
import io.safehand.core.person.CompanyId;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.parcel.PackageZip;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.browser.Look;
import io.safehand.server.browser.Visitor;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.SampleNotice;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.handover.Arrivals;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.KeyOffer;
import io.safehand.server.deal.handover.SellingCompany;
import io.safehand.server.deal.handover.TakingOver;
import io.safehand.server.start.TestServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sellers and buyers at their pages, from the key to the certificate. */
@Execution(ExecutionMode.SAME_THREAD)
class HandOverPagesTest {
  private static final Path INVENTORY = Path.of("..", "samples", "customers.inventory.yaml");
  private static TestServer server;
  @TempDir
  static Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.withPages();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("io.safehand.server.browser.Look#tested")
  void customersMoveByKeysAndTheSellersAreDestroyed(Look look) throws Exception {
    SampleCompany buying = SampleCompany.in(server.door(Access.class));
    Account buyer = buying.person("officer", Role.BUYER_OFFICER);
    new AdoptedInventory(server.door(Inventories.class), server.door(Decisions.class))
        .adopt(Files.readString(INVENTORY), buyer, buying.person("lawyer", Role.SELLER_LAWYER));
    SellingCompany seller = atClosing(server, buying);
    Sessions sessions = server.door(Sessions.class);
    String sellers = "/deals/" + seller.deal + "/handover";
    String buyers = "/receiving/" + seller.deal;
    try (Visitor officer = Visitor.at(server.port(), look).sure(seller.officer, sessions);
        Visitor lawyer = Visitor.at(server.port(), look).as(seller.lawyer, sessions);
        Visitor security = Visitor.at(server.port(), look).sure(seller.company.securityOfficer(), sessions);
        Visitor manager = Visitor.at(server.port(), look).as(seller.manager, sessions);
        Visitor receiver = Visitor.at(server.port(), look).sure(buyer, sessions)) {
      receiver.open("/receiving");
      receiver.requireSound("receiving-empty");
      receiver.page().fill("#deal", seller.deal.toString());
      click(receiver, "main form button");
      receiver.requireSound("receiving-key");
      String fingerprint = receiver.page().innerText("#shown-fingerprint");

      cancelsWhatRuns(officer, seller, sellers);
      officer.open(sellers);
      officer.requireSound("handover-empty");
      officer.page().fill("#offer", receiver.page().inputValue("#offer"));
      click(officer, "form[action$='/key'] button");
      assertThat(officer.place()).endsWith("?done=handover.registered");
      click(officer, "form[action$='/riddle'] button");
      receiver.page().fill("#riddle", officer.page().inputValue("#riddle"));
      click(receiver, "form[action$='/answer'] button");
      officer.page().fill("#answer", receiver.page().inputValue("#answer"));
      click(officer, "form[action$='/answer'] button");
      officer.page().fill("#fingerprint", "0".repeat(64));
      click(officer, "form[action$='/confirm'] button");
      assertThat(officer.place()).endsWith("?refused=handover.fingerprint");
      for (Visitor confirming : List.of(officer, lawyer)) {
        confirming.open(sellers);
        confirming.page().fill("#fingerprint", fingerprint);
        click(confirming, "form[action$='/confirm'] button");
      }
      manager.open(sellers);
      manager.requireSound("handover-key");
      click(manager, "form[action$='/propose-release'] button");
      approve(officer, sellers);
      approve(lawyer, sellers);
      officer.open(sellers);
      officer.requireSound("handover-decided");
      click(officer, "form[action$='/release'] button");
      over(officer, "a[href$='package.zip']", sellers);
      officer.requireSound("handover-released");

      receiver.open(buyers);
      click(receiver, "form[action$='/receive'] button");
      over(receiver, "a[href$='receipt.json']", buyers);
      receiver.requireSound("receiving-received");
      officer.page().fill("#receipt", download(receiver, "a[href$='receipt.json']"));
      click(officer, "form[action$='/receipt'] button");
      click(receiver, "form[action$='/rekey'] button");
      receiver.page().waitForSelector(".bg-blue-lt", hidden());
      receiver.open(buyers);
      receiver.requireSound("receiving-rekeyed");
      click(officer, "form[action$='/rekeyed'] button");

      manager.open(sellers);
      click(manager, "form[action$='/propose-destruction'] button");
      approve(officer, sellers);
      approve(lawyer, sellers);
      security.open(sellers);
      security.requireSound("handover-destroy");
      security.page().fill("#word", "Spring Rain");
      click(security, "form[action$='/destroy'] button");
      over(security, "a[href$='certificate.json']", sellers);
      security.requireSound("handover-destroyed");
      assertThat(download(security, "a[href$='certificate.json']")).contains("certificate");
    }
    Vaults vaults = server.door(Vaults.class);
    assertThat(vaults.population(buying.id()).live()).isPositive();
    assertThat(vaults.population(seller.company.id()).shredded()).isPositive();
    Path evidence = server.door(Ending.class)
        .evidence(seller.company.id(), seller.deal, folder.resolve("evidence-" + look));
    assertThat(new Verifying(server.door(Keys.class).trust()).verify(evidence))
        .isInstanceOf(Verdict.Good.class);
    for (String paper : List.of("package/manifest.json", "receipt.json", "certificate.json",
        "destroyed.txt")) {
      assertThat(evidence.resolve(paper)).exists();
    }
  }

  @Test
  void aPackageFromAnotherInstallationComesInAsAFile() throws Exception {
    SampleCompany buying = SampleCompany.in(server.door(Access.class));
    Account buyer = buying.person("officer", Role.BUYER_OFFICER);
    try (TestServer elsewhere = new TestServer();
        Visitor receiver = Visitor.at(server.port(), Look.ZH_DESKTOP)
            .sure(buyer, server.door(Sessions.class))) {
      SellingCompany seller = atClosing(elsewhere, buying);
      receiver.open("/receiving");
      receiver.page().fill("#deal", seller.deal.toString());
      click(receiver, "main form button");
      KeyOffer offer = KeyOffer.parse(receiver.page().inputValue("#offer"));
      seller.register(offer.recipient(), offer.trust(),
          riddle -> server.door(TakingOver.class).solve(buying.id(), seller.deal, riddle, buyer));
      Trust sellers = elsewhere.door(Keys.class).trust();
      receiver.page().fill("#trust", sellers.file());
      receiver.page().fill("#compared", "0000 0000");
      click(receiver, "form[action$='/seller'] button");
      assertThat(receiver.place()).endsWith("?refused=handover.seller-fingerprint");
      receiver.page().fill("#trust", sellers.file());
      receiver.page().fill("#compared", Arrivals.fingerprint(sellers));
      click(receiver, "form[action$='/seller'] button");
      receiver.requireSound("receiving-elsewhere");
      send(receiver, "no package".getBytes(StandardCharsets.UTF_8), "refused=handover.package");
      ByteArrayOutputStream zip = new ByteArrayOutputStream();
      PackageZip.write(seller.release(folder.resolve("elsewhere")).folder(), zip);
      send(receiver, zip.toByteArray(), "done=handover.arrived");
      receiver.requireSound("receiving-arrived");
      click(receiver, "form[action$='/receive'] button");
      over(receiver, "a[href$='receipt.json']", "/receiving/" + seller.deal);
      Receipt receipt = elsewhere.door(HandOvers.class)
          .acceptReceipt(seller.company.id(), seller.deal,
              download(receiver, "a[href$='receipt.json']").getBytes(StandardCharsets.UTF_8), seller.officer);
      assertThat(receipt.people()).isPositive();
    }
  }

  private static void send(Visitor receiver, byte[] zip, String then) {
    receiver.page().setInputFiles("#file", new FilePayload("package.zip", "application/zip", zip));
    receiver.page().waitForURL("**" + then);
  }

  private static SellingCompany atClosing(TestServer server, SampleCompany buying) throws Exception {
    SellingCompany seller = new SellingCompany(server, buying.id(), 120, folder);
    Assignments assignments = server.door(Assignments.class);
    for (Account person : List.of(seller.officer, seller.lawyer, seller.company.securityOfficer())) {
      assignments.assign(seller.deal, person.id(), seller.manager);
    }
    seller.goTo(Stage.NOTICE);
    Notices notices = server.door(Notices.class);
    CampaignId campaign = notices.draft(seller.company.id(),
        SampleNotice.full(seller.deal.value(), LegalPath.SUCCESSION_22), seller.officer);
    notices.release(seller.company.id(), campaign, seller.lawyer);
    notices.deliver(seller.company.id(), campaign, Set.copyOf(seller.people()), seller.officer);
    seller.goTo(Stage.CLOSING);
    return seller;
  }

  /** As if a server were at it; then it is gone. */
  private static void cancelsWhatRuns(Visitor officer, SellingCompany seller, String sellers) {
    Storage storage = server.door(Storage.class);
    CompanyId company = seller.company.id();
    storage.run(company,
        () -> storage.jdbc()
            .sql(
                """
                    insert into runs.run (company_id, run_id, kind, subject, by_account, state, done, total, problem, begun_at)
                    values (?, gen_random_uuid(), 'handover.release', ?, ?, 'RUNNING', 20, 60, '', now())
                    """)
            .params(company.value(), "deal/" + seller.deal, seller.officer.id().value())
            .update());
    officer.open(sellers);
    officer.requireSound("handover-running");
    click(officer, "form[action$='/cancel'] button");
    assertThat(officer.place()).endsWith("?done=handover.cancelled");
    assertThat(server.door(Runs.class).of(company, "deal/" + seller.deal)).extracting(Run::state)
        .containsExactly(Run.State.STOPPING);
    storage.run(company,
        () -> storage.jdbc()
            .sql("delete from runs.run where company_id = ?")
            .param(company.value())
            .update());
  }

  private static void approve(Visitor voter, String page) {
    voter.open(page);
    click(voter, "button[value=APPROVE]");
    assertThat(voter.place()).isEqualTo("/duties?done=decision.counted");
  }

  private static void click(Visitor visitor, String button) {
    visitor.page().waitForNavigation(() -> visitor.page().click(button));
  }

  /** Waits until the work behind the page is over, and the page shows this link. */
  private static void over(Visitor visitor, String link, String page) {
    visitor.page().waitForSelector("#runs .bg-blue-lt", hidden());
    visitor.open(page);
    assertThat(visitor.page().locator(link).count()).as(visitor.page().innerText("#runs")).isOne();
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN).setTimeout(60_000);
  }

  private static String download(Visitor visitor, String link) throws Exception {
    return Files.readString(visitor.page().waitForDownload(() -> visitor.page().click(link)).path());
  }
}
