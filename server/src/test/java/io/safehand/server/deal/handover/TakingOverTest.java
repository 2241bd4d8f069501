package io.safehand.server.deal.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.custody.inventory.AdoptedInventory;
import io.safehand.core.custody.View;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Stage;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.consent.ConsentEvent;
import io.safehand.server.custody.consent.ConsentMethod;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.start.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that know nothing of each other: only the package and the seller's public keys go from one to the other. */
class TakingOverTest {
  private static final int CUSTOMERS = 300;
  /** More than are taken in, or re-keyed by all workers, at once. */
  private static final int MANY = 14_000;
  private static final Purpose SERVICE = new Purpose("service");
  private static final Purpose MARKETING = new Purpose("marketing");
  private static final Instant UNTIL = Instant.parse("2099-12-31T16:00:00Z");

  @TempDir
  static Path folder;
  private static TestServer sellers;
  private static TestServer buyers;

  @BeforeAll
  static void start() {
    sellers = new TestServer();
    buyers = new TestServer();
  }

  @AfterAll
  static void stop() {
    sellers.close();
    buyers.close();
  }

  @Test
  void peopleOpenOnAServerThatNeverSawTheSeller() throws Exception {
    Transfer transfer = new Transfer();
    SignedPaper receipt = transfer.receive();
    assertThat(transfer.rekey()).isEqualTo(transfer.moved);

    List<PersonId> people = SellingCompany.people(buyers, transfer.buyer);
    assertThat(people).hasSize(transfer.moved).isSubsetOf(transfer.seller.people());
    for (PersonId person : people) {
      assertThat(shown(buyers, transfer.officer, person)).isNotEmpty()
          .isSubsetOf(shown(sellers, transfer.seller.officer, person));
    }
    assertThat(receipt.body().number("people")).isEqualTo(transfer.moved);
  }

  @Test
  void aConsentRunsOutAtTheBuyerOnTheDayItWasGivenUntil() throws Exception {
    Transfer transfer = new Transfer();
    transfer.receive();
    transfer.rekey();
    assertThat(buyers.door(Consents.class)
        .standing(transfer.buyer, List.of(transfer.consenting))
        .get(transfer.consenting))
        .containsEntry(MARKETING, new StandingAnswer(Answer.GIVEN, Optional.of(UNTIL)));
  }

  @Test
  void everyStepSurvivesARestart() throws Exception {
    Transfer transfer = new Transfer();
    buyers.restart();
    transfer.receive();
    buyers.restart();
    assertThat(transfer.rekey()).isEqualTo(transfer.moved);
    buyers.restart();
    assertThat(SellingCompany.people(buyers, transfer.buyer)).hasSize(transfer.moved);
    assertThat(shown(buyers, transfer.officer, SellingCompany.people(buyers, transfer.buyer).getFirst()))
        .isNotEmpty();
  }

  @Test
  void theReceivingKeyIsGoneFromEveryPlaceAfterRekeying() throws Exception {
    long before = slots();
    Transfer transfer = new Transfer();
    transfer.receive();
    assertThat(slots()).as("own root, received root and receiving key").isEqualTo(before + 3);
    transfer.rekey();
    assertThat(slots()).as("own root").isEqualTo(before + 1);
    buyers.restart();
    assertThatThrownBy(transfer::receive).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
        () -> buyers.door(TakingOver.class).drawKey(transfer.buyer, transfer.deal(), transfer.officer))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stoppedInTheMiddleOfReceivingItIsTakenInAgain() throws Exception {
    Transfer transfer = new Transfer(MANY);
    assertThatThrownBy(() -> transfer.receive(done -> { throw new IllegalStateException("stopped"); }))
        .hasMessage("stopped");
    buyers.restart();
    transfer.receive();
    transfer.rekey();
    assertThat(SellingCompany.people(buyers, transfer.buyer)).doesNotHaveDuplicates().hasSize(transfer.moved);
  }

  @Test
  void leftHalfReceivedByAProcessThatDiedItIsTakenInAgain() throws Exception {
    Transfer transfer = new Transfer();
    transfer.receive();
    buyers.door(Storage.class)
        .run(transfer.buyer,
            () -> buyers.door(Storage.class)
                .jdbc()
                .sql("delete from records.package where company_id = ?")
                .param(transfer.buyer.value())
                .update());
    buyers.restart();
    transfer.receive();
    assertThat(transfer.rekey()).isEqualTo(transfer.moved);
    assertThat(SellingCompany.people(buyers, transfer.buyer)).doesNotHaveDuplicates().hasSize(transfer.moved);
  }

  @Test
  void stoppedInTheMiddleOfRekeyingItGoesOn() throws Exception {
    Transfer transfer = new Transfer(MANY);
    transfer.receive();
    assertThatThrownBy(() -> transfer.rekey(done -> { throw new IllegalStateException("stopped"); }))
        .hasMessage("stopped");
    assertThat(SellingCompany.people(buyers, transfer.buyer)).hasSizeBetween(1, transfer.moved - 1);
    buyers.restart();
    assertThat(transfer.rekey()).isEqualTo(transfer.moved);
    assertThat(transfer.rekey()).as("once more").isEqualTo(transfer.moved);
    assertThat(SellingCompany.people(buyers, transfer.buyer)).doesNotHaveDuplicates().hasSize(transfer.moved);
  }

  @Test
  void aReceivedPackageIsAcknowledgedOnceMoreAndNobodyComesTwice() throws Exception {
    Transfer transfer = new Transfer();
    SignedPaper first = transfer.receive();
    SignedPaper again = transfer.receive();
    assertThat(again.body().text("manifest")).isEqualTo(first.body().text("manifest"));
    assertThat(transfer.rekey()).isEqualTo(transfer.moved);
  }

  @Test
  void thePackageOfAnotherDealIsRefused() throws Exception {
    Transfer transfer = new Transfer();
    DealId other = new DealId(UUID.randomUUID());
    buyers.door(TakingOver.class).drawKey(transfer.buyer, other, transfer.officer);
    assertThatThrownBy(() -> buyers.door(TakingOver.class)
        .receive(transfer.buyer, other, transfer.package_, transfer.trust, transfer.officer, done -> {}))
        .isInstanceOf(IOException.class);
  }

  private static List<String> shown(TestServer server, Account officer, PersonId person) {
    View view = server.door(Disclosures.class)
        .disclose(officer.company(), officer, person, SERVICE, "case", Optional.empty());
    return view.fields()
        .stream()
        .filter(field -> !field.shown().isEmpty())
        .map(field -> field.name() + "=" + field.shown().exposed())
        .toList();
  }

  /** Root slots in the first copy at the buyer's. */
  private static long slots() throws IOException {
    try (Stream<Path> files = Files.walk(buyers.data())) {
      return files.filter(file -> file.toString().endsWith(".root"))
          .map(Path::getFileName)
          .distinct()
          .count();
    }
  }

  /** A package that was released at the seller's for a buyer on the other server. */
  private static final class Transfer {
    final SellingCompany seller;
    final CompanyId buyer;
    final Account officer;
    final Path package_;
    final Trust trust;
    final int moved;
    final PersonId consenting;

    Transfer() throws Exception {
      this(CUSTOMERS);
    }

    Transfer(int customers) throws Exception {
      SampleCompany company = SampleCompany.in(buyers.door(Access.class));
      buyer = company.id();
      officer = company.person("officer", Role.BUYER_OFFICER);
      new AdoptedInventory(buyers.door(Inventories.class), buyers.door(Decisions.class)).adopt(
          Files.readString(SellingCompany.INVENTORY), officer, company.person("lawyer", Role.SELLER_LAWYER));
      seller = new SellingCompany(sellers, buyer, customers, folder);
      consenting = seller.people().get(3);
      sellers.door(Consents.class)
          .record(seller.company.id(), consenting,
              new ConsentEvent(MARKETING, Answer.GIVEN, ConsentMethod.ACCEPT, "form", Optional.of(UNTIL)),
              seller.officer);
      TakingOver takingOver = buyers.door(TakingOver.class);
      seller.register(takingOver.drawKey(buyer, deal(), officer), buyers.door(Keys.class).trust(),
          riddle -> takingOver.solve(buyer, deal(), riddle, officer));
      seller.goTo(Stage.CLOSING);
      HandOvers.Released released = seller.release(folder.resolve("package-" + deal()));
      package_ = released.folder();
      moved = Math.toIntExact(released.people().moved());
      trust = sellers.door(Keys.class).trust();
    }

    DealId deal() {
      return seller.deal;
    }

    SignedPaper receive() throws Exception {
      return receive(done -> {});
    }

    SignedPaper receive(LongConsumer progress) throws Exception {
      return buyers.door(TakingOver.class).receive(buyer, deal(), package_, trust, officer, progress);
    }

    long rekey() throws Exception {
      return rekey(done -> {});
    }

    long rekey(LongConsumer progress) throws Exception {
      return buyers.door(TakingOver.class).rekey(buyer, deal(), officer, progress);
    }
  }
}
