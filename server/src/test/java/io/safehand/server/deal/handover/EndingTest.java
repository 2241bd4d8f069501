package io.safehand.server.deal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.handover.document.Certificate;
import io.safehand.core.handover.document.KeptPart;
import io.safehand.core.handover.document.Progress;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.custody.retention.Destruction;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.evidence.Proof;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.start.TestServer;
import io.safehand.server.start.SettableClock;
import java.time.Duration;
import java.time.Clock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is destroyed at the seller's, what stays, and whether the certificate says so. */
class EndingTest {
  private static final int CUSTOMERS = 300;
  @TempDir
  static Path folder;
  private static TestServer server;
  private SampleCompany buyer;
  private Account buyersOfficer;
  private SellingCompany seller;
  private List<PersonId> before;

  @BeforeAll
  static void start() {
    server = new TestServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void customers() throws Exception {
    buyer = SampleCompany.in(server.door(Access.class));
    buyersOfficer = buyer.person("officer", Role.BUYER_OFFICER);
    new AdoptedInventory(server.door(Inventories.class), server.door(Decisions.class)).adopt(
        Files.readString(SellingCompany.INVENTORY), buyersOfficer,
        buyer.person("lawyer", Role.SELLER_LAWYER));
    seller = new SellingCompany(server, buyer.id(), CUSTOMERS, folder);
    before = seller.people();
  }

  @Test
  void everybodyIsDestroyedOrKeptByARuleUntilTheEndOfAYear() throws Exception {
    Certificate certificate = destroy();
    assertThat(certificate.what().before()).isEqualTo(before.size());
    assertThat(certificate.what().destroyed()).isPositive();
    assertThat(certificate.retained()).isPositive().isEqualTo(seller.people().size());
    assertThat(certificate.kept()).doesNotHaveDuplicates()
        .extracting(KeptPart::reason)
        .containsOnly("accounting.invoice");
    assertThat(certificate.kept()).extracting(KeptPart::until)
        .doesNotHaveDuplicates()
        .allMatch(day -> day.orElseThrow().toString().endsWith("-12-31"));
    assertThat(certificate.holds()).isEmpty();
  }

  @Test
  void nobodyIsKeptBeyondTheLastDayOfTheRule() throws Exception {
    handOver();
    ((SettableClock) server.door(Clock.class)).advance(Duration.ofDays(40 * 366));
    Certificate certificate = destroyNow();
    assertThat(certificate.kept()).isEmpty();
    assertThat(seller.people()).isEmpty();
  }

  @Test
  void theCertificateSaysOnlyWhatIsTrueOfKeysTagsAndServers() throws Exception {
    Certificate certificate = destroy();
    assertThat(certificate.keys().progress()).isEqualTo(Progress.DONE);
    assertThat(certificate.tags().progress()).isEqualTo(Progress.DONE);
    assertThat(certificate.slots()).hasSameSizeAs(server.door(Keys.class).rootCopies())
        .allMatch(copy -> copy.confirmedAt().isPresent());
    assertThat(certificate.nodes()).hasSize(1)
        .allMatch(node -> node.droppedAt().isPresent() && !node.ended());
    assertThat(certificate.isInMemory()).isTrue();
    assertThat(certificate.packages()).as("what the buyer has")
        .hasSize(1)
        .allMatch(copy -> copy.confirmedAt().isEmpty());
    assertThat(certificate.performedBy().account()).isEqualTo(seller.company.securityOfficer().who());
    assertThat(certificate.verifiedBy().role()).isEqualTo("approver");
    assertThat(destroyedProof()).isEqualTo(Proof.State.HOLDS);
  }

  @Test
  void nobodyWhoIsKeptIsFoundBySearchAnyMore() throws Exception {
    assertThat(tags()).isPositive();
    destroy();
    assertThat(seller.people()).isNotEmpty();
    assertThat(tags()).isZero();
  }

  @Test
  void whoIsUnderAHoldStaysAsHeIsUntilItIsLifted() throws Exception {
    PersonId held = before.getFirst();
    server.door(Standing.class)
        .place(seller.company.id(), Placing.keep(Subject.of(held), "dispute.open", "cases"), "lawyer");
    Certificate certificate = destroy();
    assertThat(seller.people()).contains(held);
    assertThat(certificate.holds()).hasSize(1).allMatch(part -> part.people() == 1 && part.until().isEmpty());
    assertThat(tags()).as("still found by search").isPositive();
  }

  @Test
  void aHoldOnTheCompanyForbidsEverything() {
    server.door(Standing.class)
        .place(seller.company.id(), Placing.keep(Subject.of(seller.company.id()), "court.order", "cases"),
            "lawyer");
    assertThatThrownBy(this::destroy).isInstanceOf(IllegalStateException.class);
    assertThat(seller.people()).hasSameSizeAs(before);
  }

  @Test
  void nothingIsDestroyedThatTwoDidNotDecide() {
    Ending ending = server.door(Ending.class);
    MatterId matter = ending.propose(seller.company.id(), seller.deal, seller.manager);
    server.door(Decisions.class)
        .approve(seller.officer, matter, ending.hash(seller.company.id(), seller.deal));
    assertThatThrownBy(
        () -> ending.destroy(seller.company.id(), seller.deal, matter, seller.company.securityOfficer()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seller.people()).hasSameSizeAs(before);
    assertThat(destroyedProof()).isEqualTo(Proof.State.MISSING);
  }

  @Test
  void whoDecidedDoesNotCarryItOutAndNothingIsGoneThen() throws Exception {
    handOver();
    MatterId matter = decided();
    Ending ending = server.door(Ending.class);
    for (Account by : List.of(seller.officer, seller.lawyer)) {
      assertThatThrownBy(() -> ending.destroy(seller.company.id(), seller.deal, matter, by))
          .hasMessageContaining("who decided");
    }
    assertThat(seller.people()).hasSameSizeAs(before);
  }

  @Test
  void oneDecisionDestroysOnce() throws Exception {
    handOver();
    MatterId matter = decided();
    Certificate first = certificate(matter);
    int left = seller.people().size();
    seller.more(20);
    Certificate again = certificate(matter);
    assertThat(seller.people()).hasSize(left + 20);
    assertThat(again.what()).isEqualTo(first.what());
  }

  @Test
  void aDestructionThatStoppedBehindTheErasureIsCertifiedInFull() throws Exception {
    handOver();
    MatterId matter = decided();
    CompanyId company = seller.company.id();
    Account security = seller.company.securityOfficer();
    server.door(Destruction.class)
        .destroyEverything(company, seller.deal.value(), security, matter.toString(), () -> {});
    server.restart();
    Certificate certificate = certificate(matter);
    assertThat(certificate.what().before()).isEqualTo(before.size());
    assertThat(certificate.what().destroyed() + certificate.retained()).isEqualTo(before.size());
    assertThat(certificate.keys().progress()).isEqualTo(Progress.DONE);
    assertThat(destroyedProof()).isEqualTo(Proof.State.HOLDS);
  }

  @Test
  void nothingIsDestroyedBeforeTheBuyerIsRekeyed() throws Exception {
    assertThatThrownBy(this::destroyNow).hasMessageContaining("re-keying");
    assertThat(seller.people()).hasSameSizeAs(before);
  }

  private Certificate destroy() throws Exception {
    handOver();
    return destroyNow();
  }

  private void handOver() throws Exception {
    TakingOver takingOver = server.door(TakingOver.class);
    seller.register(takingOver.drawKey(buyer.id(), seller.deal, buyersOfficer),
        server.door(Keys.class).trust(),
        riddle -> takingOver.solve(buyer.id(), seller.deal, riddle, buyersOfficer));
    seller.goTo(Stage.CLOSING);
    Path packed = seller.release(folder.resolve("package-" + seller.deal)).folder();
    byte[] receipt = takingOver
        .receive(buyer.id(), seller.deal, packed, server.door(Keys.class).trust(), buyersOfficer, done -> {})
        .file();
    HandOvers handOvers = server.door(HandOvers.class);
    handOvers.acceptReceipt(seller.company.id(), seller.deal, receipt, seller.officer);
    takingOver.rekey(buyer.id(), seller.deal, buyersOfficer, done -> {});
    handOvers.acknowledgeRekey(seller.company.id(), seller.deal, seller.officer);
  }

  private Certificate destroyNow() throws Exception {
    return certificate(decided());
  }

  private MatterId decided() {
    Ending ending = server.door(Ending.class);
    MatterId matter = ending.propose(seller.company.id(), seller.deal, seller.manager);
    String hash = ending.hash(seller.company.id(), seller.deal);
    List.of(seller.officer, seller.lawyer)
        .forEach(by -> server.door(Decisions.class).approve(by, matter, hash));
    return matter;
  }

  private Certificate certificate(MatterId matter) throws Exception {
    byte[] file = server.door(Ending.class)
        .destroy(seller.company.id(), seller.deal, matter, seller.company.securityOfficer())
        .certificate()
        .file();
    return Certificate.require(new NamedBytes("certificate.json", file), server.door(Keys.class).trust())
        .paper();
  }

  private Proof.State destroyedProof() {
    UUID deal = seller.deal.value();
    return server.door(Evidence.class)
        .of(seller.company.id(), Subject.deal(deal), "handover.destroyed")
        .state();
  }

  private long tags() {
    Storage storage = server.door(Storage.class);
    return storage.in(seller.company.id(),
        () -> storage.jdbc()
            .sql("select count(*) from records.tag where company_id = ?")
            .param(seller.company.id().value())
            .query(Long.class)
            .single());
  }
}
