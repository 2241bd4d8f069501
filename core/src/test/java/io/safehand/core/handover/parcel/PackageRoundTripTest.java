package io.safehand.core.handover.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.manifest.PopulationDiffers;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.json.Json;
import io.safehand.core.vault.KeyEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRoundTripTest {
  @TempDir
  Path home;
  private final SellerFixture seller = new SellerFixture();

  @Test
  void givesTheBuyerExactlyWhatTheSellerPacked() throws IOException {
    List<MovedPerson> packed = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    Path place = home.resolve("package");
    try (PackageWriter writer = seller.writer(place, seller.buyer.recipient(), 10_000)) {
      for (int at = 0; at < 100; at++) {
        MovedPerson person = seller.person(at * 11);
        List<KeyEntry> travelling = at % 2 == 0
            ? seller.dataKey(person)
            : List.of(seller.entry(person, 3, 0), seller.entry(person, 3, 1));
        writer.add(person, travelling);
        packed.add(person);
        travelling.forEach(key -> keys.add(bytes(key)));
      }
      writer.exclude(seller.commitment(), "objected");
      writer.consent(Json.object().with("state", "GIVEN"));
      seller.release(seller.seal(writer, 1));
    }
    List<MovedPerson> received = new ArrayList<>();
    List<byte[]> receivedKeys = new ArrayList<>();
    try (PackageReader reader = PackageReader.open(place, seller.trust, seller.buyer, seller.random)) {
      for (Optional<ReceivedPerson> next = reader.next(); next.isPresent(); next = reader.next()) {
        received.add(next.get().person());
        next.get().keys().forEach(key -> receivedKeys.add(bytes(key)));
      }
      assertThat(reader.isComplete()).isTrue();
      List<Json.Object> consents = new ArrayList<>();
      reader.consents(consents::add);
      reader.requests(request -> { throw new AssertionError("there is no request"); });
      assertThat(consents).containsExactly(Json.object().with("state", "GIVEN"));
      assertThat(reader.checked().manifest().population().excludedCount()).isEqualTo(1);
    }
    assertThat(received).isEqualTo(packed);
    assertThat(receivedKeys).usingElementComparator(Arrays::compare).isEqualTo(keys);
    assertThat(place.resolve("data-0002.age")).exists();
    assertThat(home.resolve("package.partial")).doesNotExist();
  }

  @Test
  void movesNobodyWhenNobodyMayMove() throws IOException {
    Path place = seller.released(home.resolve("package"), 0, 0);
    try (PackageReader reader = PackageReader.open(place, seller.trust, seller.buyer, seller.random)) {
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void refusesAnotherBuyersKey() throws IOException {
    Path place = seller.released(home.resolve("package"), 3, 20);
    ReceivingKey other = ReceivingKey.generate(seller.random);
    assertThatThrownBy(() -> PackageReader.open(place, seller.trust, other, seller.random))
        .isInstanceOfSatisfying(HandoverRefused.class,
            refused -> assertThat(refused.finding().fault()).isEqualTo(Fault.RECIPIENT_DIFFERS));
  }

  @Test
  void leavesOnlyThePartialFolderWhenItStopsBeforeRelease() throws IOException {
    Path place = home.resolve("package");
    PackageWriter crashed = seller.writer(place);
    MovedPerson person = seller.person(10);
    crashed.add(person, seller.dataKey(person));
    assertThat(names(home)).containsExactly("package.partial");
    seller.released(place, 2, 10);
    assertThat(names(home)).containsExactly("package");
  }

  @Test
  void leavesNothingWhenItIsGivenUp() throws IOException {
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      MovedPerson person = seller.person(10);
      writer.add(person, seller.dataKey(person));
    }
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      seller.seal(writer, 0).discard();
    }
    assertThat(names(home)).isEmpty();
  }

  @Test
  void neverWritesOverAPackage() throws IOException {
    Path place = seller.released(home.resolve("package"), 1, 10);
    assertThatThrownBy(() -> seller.writer(place)).isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void refusesPeopleThatDoNotAddUp() throws IOException {
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      MovedPerson person = seller.person(10);
      writer.add(person, seller.dataKey(person));
      assertThatThrownBy(
          () -> writer.seal(SellerFixture.NOW, 2, new TreeMap<>(), SellerFixture.approvals(), seller.house))
          .isInstanceOf(PopulationDiffers.class);
    }
  }

  @Test
  void refusesAReleaseOfAnotherManifest() throws IOException {
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      SealedPackage sealed = seller.seal(writer, 0);
      byte[] line = seller.releaseLine("00".repeat(32));
      assertThatThrownBy(() -> sealed.release(line, seller.proofOf(line), seller.house))
          .isInstanceOfSatisfying(HandoverRefused.class,
              refused -> assertThat(refused.finding().fault()).isEqualTo(Fault.NOT_RELEASED));
      sealed.discard();
    }
  }

  @Test
  void refusesPeopleWhoseKeysAndGroupsDoNotFit() throws IOException {
    try (PackageWriter writer = seller.writer(home.resolve("package"))) {
      MovedPerson person = seller.person(10);
      assertFault(Fault.KEY_MISSING, () -> writer.add(person, List.of()));
      MovedPerson partly = seller.person(10);
      assertFault(Fault.KEY_MISSING, () -> writer.add(partly, List.of(seller.entry(partly, 3, 0))));
      MovedPerson doubly = seller.person(10);
      assertFault(Fault.KEY_MISSING,
          () -> writer.add(doubly, List.of(seller.entry(doubly, 2, 0), seller.entry(doubly, 3, 0))));
      MovedPerson whole = seller.person(10);
      assertFault(Fault.KEY_MISSING, () -> writer.add(whole, List.of(seller.entry(whole, 1, 0))));
      MovedPerson foreign = seller.person(10);
      assertFault(Fault.KEY_UNKNOWN, () -> writer.add(foreign, seller.dataKey(whole)));
      MovedPerson twice = seller.person(10);
      writer.add(twice, seller.dataKey(twice));
      assertFault(Fault.PERSON_TWICE, () -> writer.add(twice, seller.dataKey(twice)));
    }
  }

  private static void assertFault(Fault fault, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(HandoverRefused.class,
        refused -> assertThat(refused.finding().fault()).isEqualTo(fault));
  }

  private static byte[] bytes(KeyEntry key) {
    ByteBuffer bytes = ByteBuffer.allocate(KeyEntry.BYTES);
    key.write(bytes);
    return bytes.array();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
