package io.safehand.server.deal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.LegalPath;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.standing.Placing;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.browser.RawVisitor;
import io.safehand.server.custody.consent.ConsentEvent;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.consent.ConsentNotices;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.notices.CampaignId;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.notices.SampleNotice;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.start.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a package back, until the very moment in which it would leave. */
class ReleasingTest {
  private static final int CUSTOMERS = 60;
  /** Each on a deal of its own; two hundred with {@code -Dsafehand.faults=all}. */
  private static final int RACES = "all".equals(System.getProperty("safehand.faults")) ? 200 : 4;
  private static TestServer server;

  @TempDir
  Path folder;
  private SampleCompany buyer;
  private Account buyersOfficer;
  private SellingCompany seller;
  private CampaignId campaign;
  private Path place;

  @BeforeAll
  static void start() {
    server = TestServer.withPages();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void atClosing() throws Exception {
    buyer = SampleCompany.in(server.door(Access.class));
    buyersOfficer = buyer.person("officer", Role.BUYER_OFFICER);
    seller = new SellingCompany(server, buyer.id(), CUSTOMERS, folder);
    place = folder.resolve("package");
    seller.goTo(Stage.NOTICE);
    Notices notices = server.door(Notices.class);
    campaign = notices.draft(id(), SampleNotice.full(seller.deal.value(), LegalPath.SUCCESSION_22),
        seller.officer);
    notices.release(id(), campaign, seller.lawyer);
    notices.deliver(id(), campaign, Set.copyOf(seller.people()), seller.officer);
    seller.goTo(Stage.CLOSING);
  }

  @Test
  void whoHasNoRoleThereTouchesNoHandOver() throws Exception {
    Access access = server.door(Access.class);
    Account nobody = access.add(seller.company.administrator(), "nobody").orElseThrow();
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    HandOvers doors = server.door(HandOvers.class);
    String fingerprint = recipientFingerprint();
    for (Account stranger : new Account[]{nobody, seller.company.administrator(), buyersOfficer}) {
      refused(
          () -> doors.registerKey(id(), seller.deal, someKey(), server.door(Keys.class).trust(), stranger));
      refused(() -> doors.confirm(id(), seller.deal, fingerprint, stranger));
      refused(() -> doors.proposeRelease(id(), seller.deal, stranger));
      refused(() -> doors.release(id(), seller.deal, matter, place, stranger, done -> {}));
      refused(() -> doors.acceptReceipt(id(), seller.deal, new byte[0], stranger));
      refused(() -> doors.acknowledgeRekey(id(), seller.deal, stranger));
    }
    assertThat(place).doesNotExist();
  }

  @Test
  void oneDecisionReleasesOnePackage() throws Exception {
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    release(matter, done -> {});
    assertThatIllegalStateException()
        .isThrownBy(() -> server.door(HandOvers.class)
            .release(id(), seller.deal, matter, folder.resolve("again"), seller.officer, done -> {}))
        .withMessageContaining("not decided");
    assertThat(folder.resolve("again")).doesNotExist();
  }

  @Test
  void ofTwoBrowsersThatReleaseAtOnceOneSendsOnePackage() throws Exception {
    for (int race = 0; race < RACES; race++) {
      atClosing();
      register(server.door(Keys.class).trust());
      seller.approvedRelease();
      server.door(Assignments.class).assign(seller.deal, seller.officer.id(), seller.manager);
      CyclicBarrier together = new CyclicBarrier(2);
      try (ExecutorService browsers = Executors.newFixedThreadPool(2)) {
        for (Account person : List.of(seller.officer, seller.manager)) {
          RawVisitor browser = RawVisitor.sure(server.port(), person, server.door(Sessions.class));
          browsers.submit(() -> {
            together.await();
            return browser.post("/deals/" + seller.deal + "/handover/release", Map.of());
          });
        }
      }
      while (runs().anyMatch(run -> !run.state().isOver())) {
        Thread.onSpinWait();
      }
      assertThat(runs().filter(run -> run.state() == Run.State.DONE)).hasSize(1);
      server.door(Ledger.class).sequence(id());
      assertThat(server.door(Ledger.class)
          .search(id(), LedgerSearch.newest(50).act(Optional.of(Act.HANDOVER_RELEASE.code())))).hasSize(1);
      try (Stream<Path> packages = Files.list(server.data().resolve("packages/" + seller.deal))) {
        assertThat(packages).hasSize(1);
      }
    }
  }

  private Stream<Run> runs() {
    return server.door(Runs.class).of(id(), "deal/" + seller.deal).stream();
  }

  @Test
  void anObjectionWhilePackingIsHeard() throws Exception {
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    PersonId objector = seller.people().getFirst();
    assertThatExceptionOfType(FactsChanged.class).isThrownBy(() -> release(matter,
        done -> server.door(Notices.class)
            .answer(id(), campaign, Set.of(objector), TransferAnswer.OBJECTED, ConsentMethod.PHONE,
                seller.officer)));
    assertThat(Files.list(folder)).noneMatch(file -> file.getFileName().toString().startsWith("package"));

    HandOvers.Released released = release(matter, done -> {});

    assertThat(released.people().excluded()).containsEntry("transfer.objected", 1L);
  }

  @Test
  void aWithdrawalOrANewNoticeWhilePackingIsHeard() throws Exception {
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    Purpose marketing = new Purpose("marketing");
    PersonId person = seller.people().getFirst();
    assertThatExceptionOfType(FactsChanged.class).isThrownBy(() -> release(matter,
        done -> server.door(Consents.class)
            .record(id(), person, ConsentEvent.withdrawn(marketing, ConsentMethod.PHONE, "call-1"),
                seller.officer)));
    assertThatExceptionOfType(FactsChanged.class)
        .isThrownBy(() -> release(matter, done -> server.door(ConsentNotices.class)
            .publish(marketing, new ConsentNotices.Text("另有用途", "Another use"), true, seller.officer)));
    assertThat(place).doesNotExist();

    HandOvers.Released released = release(matter, done -> {});

    assertThat(released.people().moved()).isPositive();
  }

  @Test
  void aHoldPlacedWhilePackingStopsThePackageAndLaterOnes() throws Exception {
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    assertThatExceptionOfType(FactsChanged.class).isThrownBy(() -> release(matter,
        done -> server.door(Standing.class)
            .place(id(), Placing.freeze(Subject.deal(seller.deal.value()), "incident.freeze", "test"),
                "security")));
    assertThatIllegalStateException().isThrownBy(() -> release(matter, done -> {}))
        .withMessageContaining("hold");
    assertThat(place).doesNotExist();
  }

  @Test
  void aDealThatEndsWhilePackingHandsNothingOver() throws Exception {
    register(server.door(Keys.class).trust());
    MatterId matter = seller.approvedRelease();
    assertThatIllegalStateException()
        .isThrownBy(() -> release(matter,
            done -> server.door(Deals.class)
                .terminate(id(), seller.deal, "parties.disagree", seller.manager)))
        .withMessageContaining("closing");
    assertThat(place).doesNotExist();
  }

  @Test
  void onlyTheBuyersHouseGivesAReceipt() throws Exception {
    SigningKeys elsewhere = SigningKeys.generate("buyer.example", new SecureRandom());
    register(new Trust(elsewhere.trusted()));
    HandOvers.Released released = release(seller.approvedRelease(), done -> {});
    SignedPaper bySeller = server.door(TakingOver.class)
        .receive(buyer.id(), seller.deal, released.folder(), server.door(Keys.class).trust(), buyersOfficer,
            done -> {});
    assertThatExceptionOfType(HandoverRefused.class).isThrownBy(
        () -> server.door(HandOvers.class).acceptReceipt(id(), seller.deal, bySeller.file(), seller.officer));
  }

  private CompanyId id() {
    return seller.company.id();
  }

  private void register(Trust buyersHouse) throws Exception {
    TakingOver takingOver = server.door(TakingOver.class);
    seller.register(takingOver.drawKey(buyer.id(), seller.deal, buyersOfficer), buyersHouse,
        riddle -> takingOver.solve(buyer.id(), seller.deal, riddle, buyersOfficer));
  }

  private String recipientFingerprint() throws Exception {
    return server.door(TakingOver.class).drawKey(buyer.id(), seller.deal, buyersOfficer).fingerprint();
  }

  private static io.safehand.core.handover.age.Recipient someKey() {
    try (ReceivingKey key = ReceivingKey.generate(new SecureRandom())) {
      return key.recipient();
    }
  }

  private HandOvers.Released release(MatterId matter, LongConsumer progress) throws Exception {
    return server.door(HandOvers.class).release(id(), seller.deal, matter, place, seller.officer, progress);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(NotAllowed.class).isThrownBy(act);
  }
}
