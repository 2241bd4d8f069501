package io.safehand.core.handover.parcel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRefusalTest {
  private static final boolean ALL = "all".equals(System.getProperty("safehand.faults"));
  @TempDir
  Path home;
  private final SellerFixture seller = new SellerFixture();

  /**
   * One bit in every byte; with {@code -Dsafehand.faults=all} every bit. Of the signatures file every 16th byte, or one
   * bit in every byte: each costs four public-key operations.
   */
  @Test
  void refusesEveryFlippedBytePlace() throws IOException {
    MemoryFolder good = MemoryFolder.of(seller.released(home.resolve("package"), 60, 440));
    new PackageCheck(good, seller.trust).require();
    long flips = 0;
    for (Map.Entry<String, byte[]> file : good.contents.entrySet()) {
      boolean signatures = file.getKey().equals("signatures.json");
      long step = signatures ? ALL ? 9 : 129 : ALL ? 1 : 9;
      for (long bit = 0; bit < 8L * file.getValue().length; bit += step) {
        refuseWithFlipped(good, file, bit);
        flips++;
      }
    }
    assertThat(flips).isGreaterThanOrEqualTo(ALL ? 524_288 : 58_000);
    new PackageCheck(good, seller.trust).require();
  }

  private void refuseWithFlipped(MemoryFolder good, Map.Entry<String, byte[]> file, long bit)
      throws IOException {
    byte mask = (byte) (1 << (bit % 8));
    int at = Math.toIntExact(bit / 8);
    file.getValue()[at] ^= mask;
    assertRefused(good, file.getKey() + " bit " + bit);
    file.getValue()[at] ^= mask;
  }

  private void assertRefused(FolderContents altered, String what) throws IOException {
    try {
      new PackageCheck(altered, seller.trust).require();
    } catch (HandoverRefused refused) {
      return;
    }
    throw new AssertionError("accepted with a flipped bit: " + what);
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    MemoryFolder good = MemoryFolder.of(seller.released(home.resolve("package"), 2, 40));
    for (String name : good.contents.keySet()) {
      assertFault(good.without(name), Fault.FILE_MISSING, name);
    }
    assertFault(good.with("data-0002.age", new byte[1]), Fault.FILE_UNKNOWN, "data-0002.age");
    assertFault(good.with("audit/more", new byte[1]), Fault.FILE_UNKNOWN, "audit/more");
    for (String name : List.of("SPEC.md", "keys.age", "data-0001.age", "consents.jsonl.age",
        "requests.jsonl.age", "audit/release.json", "audit/release.tlog-proof", "audit/excluded.txt")) {
      byte[] content = good.get(name);
      assertFault(good.with(name, Arrays.copyOf(content, content.length + 1)), Fault.FILE_SIZE, name);
      assertFault(good.with(name, flipped(content)), Fault.FILE_HASH, name);
    }
    byte[] manifest = good.get("manifest.json");
    assertFault(good.with("manifest.json", Arrays.copyOf(manifest, manifest.length + 1)), Fault.MALFORMED,
        "manifest.json");
    assertFault(good.with("manifest.json", (text(manifest) + "\n").getBytes(StandardCharsets.UTF_8)),
        Fault.NOT_CANONICAL, "manifest.json");
    assertFault(good.with("manifest.json", replaced(manifest, "\"version\":1}", "\"version\":2}")),
        Fault.VERSION_UNKNOWN, "manifest.json");
    assertFault(good.with("manifest.json", replaced(manifest, "deal-1", "deal-2")), Fault.SIGNATURE_WRONG,
        "manifest.json signer seller.example");
    assertFault(good.with("manifest.json", replaced(manifest, "\"moved\":2", "\"moved\":3")), Fault.MALFORMED,
        "manifest.json");
  }

  @Test
  void cannotJudgeWithoutTheSellersKey() throws IOException {
    FolderContents good = new DiskFolder(seller.released(home.resolve("package"), 2, 40));
    SigningKeys other = SigningKeys.generate("other.example", seller.random);
    assertThatThrownBy(() -> new PackageCheck(good, new Trust(other.trusted())).require())
        .isInstanceOfSatisfying(HandoverRefused.class, refused -> {
          assertThat(refused.finding().fault()).isEqualTo(Fault.SIGNER_UNKNOWN);
          assertThat(refused.finding().fault().isBad()).isFalse();
        });
    SigningKeys impostor = SigningKeys.generate("seller.example", seller.random);
    assertThatThrownBy(() -> new PackageCheck(good, new Trust(impostor.trusted())).require())
        .isInstanceOfSatisfying(HandoverRefused.class,
            refused -> assertThat(refused.finding().fault()).isEqualTo(Fault.SIGNATURE_WRONG));
  }

  @Test
  void refusesAManifestOfAnotherHouseThanThatOfTheLog() throws IOException {
    SellerFixture bidder = new SellerFixture(SigningKeys.generate("bidder.example", seller.random),
        seller.buyer);
    try (PackageWriter writer = bidder.writer(home.resolve("package"))) {
      MovedPerson person = bidder.person(40);
      writer.add(person, bidder.dataKey(person));
      SealedPackage sealed = bidder.seal(writer, 0);
      byte[] line = seller.releaseLine(sealed.sha256());
      Path place = sealed.release(line, seller.proofOf(line), bidder.house);
      Trust both = seller.trust.with(bidder.trust.keys());
      assertThatThrownBy(() -> new PackageCheck(new DiskFolder(place), both).require())
          .hasMessage("signer.differs manifest.json signer bidder.example");
    }
  }

  @Test
  void refusesSymbolicLinks() throws IOException {
    Path place = seller.released(home.resolve("package"), 1, 10);
    Files.createSymbolicLink(place.resolve("data-0002.age"), place.resolve("data-0001.age"));
    assertThatThrownBy(() -> new DiskFolder(place)).isInstanceOf(HandoverRefused.class);
  }

  @Test
  void refusesFilesOfAnotherPackageOfTheSameSeller() throws IOException {
    MemoryFolder one = MemoryFolder.of(seller.released(home.resolve("one"), 2, 40));
    MemoryFolder two = MemoryFolder.of(seller.released(home.resolve("two"), 2, 40));
    for (String name : one.contents.keySet()) {
      if (!name.equals("SPEC.md")) {
        assertThatThrownBy(() -> new PackageCheck(one.with(name, two.get(name)), seller.trust).require())
            .as(name)
            .isInstanceOf(HandoverRefused.class);
      }
    }
  }

  @Test
  void reportsADroppedAnAlteredAndAnAddedPersonThoughTheSellerSignsIt() throws IOException {
    DishonestSeller dishonest = new DishonestSeller(seller, home);
    List<MovedPerson> people = dishonest.people(500);
    assertThat(dishonest.buyerSees(people, people)).isEmpty();
    assertThat(dishonest.buyerSees(people, people.subList(0, 499))).contains(Fault.COUNTS_DIFFER);
    assertThat(dishonest.buyerSees(people.subList(0, 499), people)).contains(Fault.COUNTS_DIFFER);
    List<MovedPerson> altered = new ArrayList<>(people);
    MovedPerson victim = people.get(250);
    altered.set(250, new MovedPerson(victim.id(), victim.keyId(),
        List.of(seller.moved(40, SellerFixture.IDENTITY, SellerFixture.CONTACT))));
    assertThat(dishonest.buyerSees(people, altered)).contains(Fault.ROOT_DIFFERS);
  }

  private void assertFault(FolderContents folder, Fault fault, String subject) {
    assertThatThrownBy(() -> new PackageCheck(folder, seller.trust).require()).isInstanceOfSatisfying(
        HandoverRefused.class,
        refused -> assertThat(refused.finding()).hasToString(fault.code() + " " + subject));
  }

  private static byte[] flipped(byte[] content) {
    byte[] other = content.clone();
    other[other.length / 2] ^= 4;
    return other;
  }

  private static byte[] replaced(byte[] content, String from, String to) {
    String text = text(content);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
