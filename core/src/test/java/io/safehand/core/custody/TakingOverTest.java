package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.ReceivedRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.inventory.Audience;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.core.vault.SealedGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package from one house to another, taken in and re-keyed there, also by a process that stops anywhere. */
class TakingOverTest {
  private static final int CUSTOMERS = 150;
  private static final Set<Integer> OBJECTORS = Set.of(3, 77);

  @TempDir
  Path folder;
  private TeaHouse seller;
  private TeaHouse buyer;
  private TeaPackage package_;
  private Set<PersonId> moved;

  @BeforeEach
  void pack() throws IOException {
    seller = new TeaHouse(folder);
    buyer = new TeaHouse(folder);
    seller.take(TeaHouse.customers(CUSTOMERS));
    OBJECTORS.forEach(i -> seller.notices.put(seller.person(i), TransferAnswer.OBJECTED));
    package_ = TeaPackage.of(seller, folder.resolve("package"), ReceivingKey.generate(seller.random));
    moved = new HashSet<>(seller.people(0, CUSTOMERS));
    moved.removeAll(OBJECTORS.stream().map(seller::person).collect(Collectors.toSet()));
  }

  @Test
  void whoMovesOpensAtTheBuyerAndWhoObjectedStays() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    assertThat(takeover.receive()).isEqualTo(moved.size()).isEqualTo(package_.packed().moved());
    assertThat(takeover.rekey()).isEqualTo(moved.size());
    assertThat(takeover.destroy()).isEmpty();
    assertMovedPeopleOpenOnce();
    assertThat(package_.packed().excluded()).containsEntry("transfer.objected", 2L);
  }

  @Test
  void onlyGroupsThatMayTravelCome() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    takeover.receive();
    takeover.rekey();
    assertThat(groups(4)).as("said yes to marketing").containsExactly("identity", "contact", "leisure");
    assertThat(groups(5)).as("said no to marketing").containsExactly("identity", "contact");
  }

  @Test
  void aConsentRunsOutAtTheBuyerWhenItWouldHaveAtTheSeller() throws IOException {
    StandingAnswer month = new StandingAnswer(Answer.GIVEN,
        Optional.of(TeaHouse.NOW.plus(Duration.ofDays(30))));
    PersonId person = seller.person(5);
    seller.marketing.put(person, month);
    Takeover takeover = new Takeover(buyer,
        TeaPackage.of(seller, folder.resolve("month"), ReceivingKey.generate(seller.random)));
    takeover.receive();
    takeover.rekey();
    assertThat(buyer.store.stored().answers().get(person)).isEqualTo(Map.of(TeaHouse.MARKETING, month));
    assertThat(month.at(TeaHouse.NOW.plus(Duration.ofDays(31))).answer()).isEqualTo(Answer.EXPIRED);
  }

  @Test
  void everybodyHasNewKeysAfterwards() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    takeover.receive();
    Set<Object> travelled = buyer.store.stored()
        .received()
        .stream()
        .map(received -> received.record().key())
        .collect(Collectors.toSet());
    takeover.rekey();
    assertThat(travelled).hasSize(moved.size());
    assertThat(buyer.store.stored().records()).noneMatch(record -> travelled.contains(record.key()));
  }

  @Test
  void nothingOfAnIncompletePackageStays() throws IOException {
    Path data = folder.resolve("package").resolve("data-0001.age");
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length - 1] ^= 1;
    Files.write(data, bytes);
    Takeover takeover = new Takeover(buyer, package_);
    assertThatThrownBy(takeover::receive).isInstanceOf(IOException.class);
    assertThat(takeover.isEmpty()).isTrue();
    assertThat(takeover.isWhole()).isFalse();
  }

  @Test
  void aPackageWithOneGroupThatDoesNotOpenIsRefusedWholeAndNamesNobody() throws IOException {
    PersonId one = seller.person(7);
    seller.store.tamper(state -> state.put(spoiled(seller.record(one))));
    Takeover takeover = new Takeover(buyer,
        TeaPackage.of(seller, folder.resolve("spoiled"), ReceivingKey.generate(seller.random)));
    assertThatThrownBy(takeover::receive).isInstanceOfSatisfying(HandoverRefused.class, refused -> {
      assertThat(refused.finding().fault()).isEqualTo(Fault.SEAL_BROKEN);
      assertThat(refused.getMessage()).doesNotContain(one.toString());
    });
    assertThat(takeover.isEmpty()).isTrue();
    assertThat(takeover.isWhole()).isFalse();
  }

  @Test
  void aRecordThatIsSpoiltAfterItCameStaysBehindAndStopsNobodyElse() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    takeover.receive();
    PersonId one = seller.person(7);
    ReceivedRecord good = buyer.store.stored()
        .received()
        .stream()
        .filter(came -> came.record().person().equals(one))
        .findFirst()
        .orElseThrow();
    buyer.store.tamper(state -> state.put(takeover.name.tree(),
        new ReceivedRecord(spoiled(good.record()), good.entries(), good.answers())));
    assertThat(takeover.rekey()).isEqualTo(moved.size() - 1);
    assertThat(received()).containsExactly(one);
    buyer.store.tamper(state -> state.put(takeover.name.tree(), good));
    assertThat(takeover.rekey()).isOne();
    assertMovedPeopleOpenOnce();
  }

  /** One bit of the tag of its first group, which no commitment covers. */
  private static SealedRecord spoiled(SealedRecord record) {
    byte[] groups = record.groups().clone();
    groups[SealedGroup.read(ByteBuffer.wrap(groups)).length() - 1] ^= 1;
    return new SealedRecord(record.person(), record.record(), record.key(), record.slot(), record.ledgerKey(),
        groups, record.facts());
  }

  @Test
  void aPackageThatDidNotComeWholeIsNotRekeyed() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    int refused = 0;
    for (long call = 1; stoppedWhileReceiving(takeover, call); call += 20) {
      if (hasTree(takeover) && !takeover.isWhole()) {
        assertThatThrownBy(takeover::rekey).hasMessage("the package did not come whole");
        refused++;
      }
      takeover = new Takeover(buyer, package_);
    }
    assertThat(refused).isPositive();
  }

  @Test
  void stoppedAnywhereWhileReceivingItIsTakenInAgainOnce() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    long stops = 0;
    for (long call = 1; stoppedWhileReceiving(takeover, call); call += 7) {
      assertThat(buyer.store.stored().records()).as("nothing is opened before it is whole").isEmpty();
      if (takeover.isWhole()) {
        break;
      }
      takeover.abandon();
      takeover = new Takeover(buyer, package_);
      stops++;
    }
    assertThat(stops).isGreaterThan(3);
    assertThat(takeover.rekey()).isEqualTo(moved.size());
    assertMovedPeopleOpenOnce();
  }

  @Test
  void stoppedAnywhereWhileRekeyingItGoesOnWhereItWas() throws IOException {
    Takeover takeover = new Takeover(buyer, package_);
    takeover.receive();
    long stops = 0;
    for (long call = 1; stoppedWhileRekeying(takeover, call); call += 5) {
      stops++;
      Set<PersonId> there = people();
      Set<PersonId> waiting = received();
      assertThat(there).doesNotContainAnyElementsOf(waiting);
      assertThat(Stream.concat(there.stream(), waiting.stream())).containsExactlyInAnyOrderElementsOf(moved);
    }
    assertThat(stops).isGreaterThan(5);
    assertThat(takeover.isEmpty()).isTrue();
    assertMovedPeopleOpenOnce();
  }

  @Test
  void twoPackagesAtOnceDoNotTouchEachOther() throws IOException {
    TeaHouse other = new TeaHouse(folder);
    other.take(TeaHouse.customers(70));
    Takeover fromOther = new Takeover(buyer,
        TeaPackage.of(other, folder.resolve("other"), ReceivingKey.generate(other.random)));
    Takeover fromSeller = new Takeover(buyer, package_);
    fromOther.receive();
    fromSeller.receive();
    fromSeller.abandon();
    assertThat(fromOther.rekey()).isEqualTo(70);
    assertThat(people()).containsExactlyInAnyOrderElementsOf(other.people(0, 70));
  }

  @Test
  void theReceivingKeyIsTheSameAfterARestartAndGoneAfterItsErasure() throws IOException {
    MemoryRoots slots = new MemoryRoots(buyer.faults);
    try (ReceivingKey drawn = new ReceivingSlot(slots, buyer.random).draw();
        ReceivingKey again = new ReceivingSlot(slots, buyer.random).draw()) {
      assertThat(again.recipient()).isEqualTo(drawn.recipient());
      TeaPackage sealed = TeaPackage.of(seller, folder.resolve("sealed"), drawn);
      ReceivingKey kept = new ReceivingSlot(slots, buyer.random).key().orElseThrow();
      try (kept;
          PackageReader reader = PackageReader.open(sealed.folder(), sealed.seller().trust, kept,
              sealed.seller().random)) {
        assertThat(reader.next()).isPresent();
      }
    }
    assertThat(new ReceivingSlot(slots, buyer.random).erase()).isEmpty();
    assertThat(new ReceivingSlot(slots, buyer.random).key()).isEmpty();
    assertThat(slots.stolen()).isEmpty();
  }

  @Test
  void aReceivingKeyIsDrawnOnceWhereverDrawingStops() {
    for (long call = 1; call < 8; call++) {
      MemoryRoots slots = new MemoryRoots(buyer.faults);
      buyer.faults.stopAt(call);
      try {
        new ReceivingSlot(slots, buyer.random).draw().close();
      } catch (Faults.Stopped stopped) {
        buyer.faults.revive();
      }
      buyer.faults.revive();
      new ReceivingSlot(slots, buyer.random).draw().close();
      assertThat(slots.listed()).hasSize(1);
    }
  }

  @Test
  void whoDidNotConfirmTheErasureOfTheReceivingKeyIsNamed() {
    MemoryRoots slots = new MemoryRoots(buyer.faults);
    new ReceivingSlot(slots, buyer.random).draw().close();
    slots.silence(1);
    assertThat(new ReceivingSlot(slots, buyer.random).erase()).containsExactly("copy 1");
    slots.hear();
    assertThat(new ReceivingSlot(slots, buyer.random).erase()).isEmpty();
  }

  private boolean hasTree(Takeover takeover) {
    return buyer.store.stored().trees.containsKey(takeover.name.tree());
  }

  /** False when it came to its end before that call. */
  private boolean stoppedWhileReceiving(Takeover takeover, long call) throws IOException {
    buyer.faults.stopAt(call);
    try {
      takeover.receive();
      return false;
    } catch (Faults.Stopped stopped) {
      return true;
    } finally {
      buyer.restart();
    }
  }

  private boolean stoppedWhileRekeying(Takeover takeover, long call) {
    buyer.faults.stopAt(call);
    try {
      takeover.rekey();
      return false;
    } catch (Faults.Stopped stopped) {
      return true;
    } finally {
      buyer.restart();
    }
  }

  private void assertMovedPeopleOpenOnce() {
    assertThat(people()).isEqualTo(moved);
    for (int i = 0; i < CUSTOMERS; i++) {
      if (!OBJECTORS.contains(i)) {
        View view = buyer.see(seller.person(i), Audience.OFFICER, TeaHouse.SERVICE);
        assertThat(shown(view, "name")).isEqualTo(TeaHouse.nameOf(i));
        assertThat(shown(view, "mobile")).isEqualTo(TeaHouse.mobileOf(i));
      }
    }
  }

  private List<String> groups(int customer) {
    return RecordOpening.groups(buyer.record(seller.person(customer)))
        .stream()
        .map(group -> group.group().text())
        .toList();
  }

  private Set<PersonId> people() {
    return buyer.store.stored().records().stream().map(SealedRecord::person).collect(Collectors.toSet());
  }

  private Set<PersonId> received() {
    return buyer.store.stored()
        .received()
        .stream()
        .map(received -> received.record().person())
        .collect(Collectors.toSet());
  }

  private static String shown(View view, String field) {
    return view.fields()
        .stream()
        .filter(one -> one.name().equals(new FieldName(field)))
        .findFirst()
        .map(one -> one.shown().exposed())
        .orElseThrow();
  }
}
