package io.safehand.core.handover.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.document.LogState;
import io.safehand.core.handover.document.PapersFixture;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.ExclusionCommitment;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tree.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class VerifyingTest {
  @TempDir
  Path home;
  private final SellerFixture seller = new SellerFixture();
  private final SigningKeys buyer = SigningKeys.generate("buyer.example", seller.random);
  private final Verifying verifying = new Verifying(seller.trust.with(buyer.trusted()));

  @Test
  void findsAPackageGoodAndSaysWhatItDidNotCheck() throws IOException {
    Path place = seller.released(home.resolve("package"), 3, 30);
    assertThat(verifying.verify(place)).isInstanceOfSatisfying(Verdict.Good.class, good -> {
      assertThat(good.subject()).isEqualTo(Subject.PACKAGE);
      assertThat(good.checked()).contains(Note.of("package.population", 4, 3, 1, 0));
      assertThat(good.unchecked()).extracting(Note::code)
          .contains("package.sealed", "package.complete", "package.reasons", "copies.outside",
              "ledger.unchecked.witness");
    });
  }

  @Test
  void namesTheFirstBadThingOfAPackage() throws IOException {
    Path place = seller.released(home.resolve("package"), 3, 30);
    Files.delete(place.resolve("manifest.json"));
    assertBad(place, Subject.PACKAGE, Fault.FILE_MISSING);
    Path other = seller.released(home.resolve("other"), 3, 30);
    Files.writeString(other.resolve("note.txt"), "x");
    assertBad(other, Subject.PACKAGE, Fault.FILE_UNKNOWN);
  }

  @Test
  void judgesReceiptAndCertificateByThemselves() throws IOException {
    Path receipt = Files.write(home.resolve("receipt.json"),
        receipt(seller.released(home.resolve("p"), 2, 20), "buyer.example").sign(buyer).file());
    assertThat(verifying.verify(receipt)).isInstanceOfSatisfying(Verdict.Good.class,
        good -> assertThat(good.unchecked()).extracting(Note::code).doesNotContain("receipt.house"));
    Path certificate = Files.write(home.resolve("certificate.json"), certificate().file());
    assertThat(verifying.verify(certificate)).isInstanceOfSatisfying(Verdict.Good.class,
        good -> assertThat(good.unchecked()).extracting(Note::code)
            .contains("certificate.happened", "copies.outside"));
    byte[] damaged = certificate().file();
    damaged[damaged.length - 2] ^= 1;
    assertBad(Files.write(home.resolve("damaged.json"), damaged), Subject.CERTIFICATE, Fault.MALFORMED);
  }

  @Test
  void saysThatTheSellersHouseVouchesForTheBuyerWhereItHostsBoth() throws IOException {
    Path place = seller.released(home.resolve("p"), 2, 20);
    Path receipt = Files.write(home.resolve("receipt.json"),
        receipt(place, "seller.example/buyer").sign(seller.house).file());
    assertThat(verifying.verify(receipt)).isInstanceOfSatisfying(Verdict.Good.class, good -> {
      assertThat(good.checked()).contains(
          Note.of("receipt.signature", 2, PapersFixture.NOW, "seller.example", "seller.example/buyer"));
      assertThat(good.unchecked()).contains(Note.of("receipt.house", "seller.example"));
    });
    Path forged = Files.write(home.resolve("forged.json"),
        receipt(place, "buyer.example").sign(seller.house).file());
    assertBad(forged, Subject.RECEIPT, Fault.SIGNER_DIFFERS);
  }

  /** Within the 4 MiB of a paper: as deep, as many members, as many items and as long a text as it can have. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void findsAVerdictOnWhateverAPaperIsFilledWith() throws IOException {
    String begin = "{\"format\":\"safehand.receipt\",";
    String members = IntStream.range(0, 300_000)
        .mapToObj(at -> "\"" + at + "\":1")
        .collect(Collectors.joining(","));
    String signature = "\"signature\":{\"ed25519\":\"AA==\",\"mlDsa65\":\"AA==\",\"signer\":\"seller.example\"}";
    for (String filled : List.of("\"a\":" + "[".repeat(2_000_000) + "]".repeat(2_000_000),
        "\"a\":" + "{\"a\":".repeat(800_000), "\"a\":[" + "[],".repeat(1_300_000) + "1]",
        "\"a\":" + "9".repeat(4_000_000), "\"version\":1e999999999",
        "\"a\":\"" + "\\u4e2d".repeat(600_000) + '"', members,
        members + "," + signature + ",\"version\":1")) {
      Path paper = Files.writeString(home.resolve("filled.json"), begin + filled + "}");
      assertThat(verifying.verify(paper)).isInstanceOf(Verdict.Bad.class);
    }
  }

  @Test
  void judgesACheckpoint() throws IOException {
    Checkpoint checkpoint = new Checkpoint(SellerFixture.ORIGIN, 5, new Hashing().leaf(new byte[1]));
    SignedNote note = seller.house.sign(checkpoint);
    assertThat(verifying.verify(Files.write(home.resolve("checkpoint"), note.bytes())))
        .isInstanceOf(Verdict.Good.class);
    SignedNote half = new SignedNote(note.text(), List.of(note.signatures().getFirst()));
    assertBad(Files.write(home.resolve("half"), half.bytes()), Subject.CHECKPOINT, Fault.SIGNATURE_MISSING);
  }

  @Test
  void cannotJudgeWhatIsNotThereOrNotOurs() throws IOException {
    assertUnjudged(home.resolve("nothing"), Fault.NOTHING_THERE);
    assertUnjudged(Files.createDirectory(home.resolve("empty")), Fault.KIND_UNKNOWN);
    assertUnjudged(Files.writeString(home.resolve("text"), "hello"), Fault.KIND_UNKNOWN);
    assertUnjudged(Files.write(home.resolve("nought"), new byte[0]), Fault.KIND_UNKNOWN);
    assertUnjudged(Files.writeString(home.resolve("other.json"), "{\"format\":\"other\"}"),
        Fault.KIND_UNKNOWN);
    Path certificate = Files.write(home.resolve("certificate.json"), certificate().file());
    assertThat(new Verifying(new Trust(List.of())).verify(certificate)).isInstanceOfSatisfying(
        Verdict.Unjudged.class,
        unjudged -> assertThat(unjudged.missing().fault()).isEqualTo(Fault.SIGNER_UNKNOWN));
  }

  @Test
  void speaksToScripts() throws IOException {
    Verdict verdict = verifying.verify(seller.released(home.resolve("package"), 1, 10));
    assertThat(verdict.json().text("verdict")).isEqualTo("good");
    assertThat(verifying.verify(home.resolve("nothing")).json().text("fault")).isEqualTo("nothing.there");
  }

  private Receipt receipt(Path place, String buyerLog) throws IOException {
    try (PackageReader reader = PackageReader.open(place, seller.trust, seller.buyer, seller.random)) {
      PackageCheck.Sound checked = reader.checked();
      return Receipt.of(checked, 2, new LogState(buyerLog, 1, PapersFixture.LOG.root()), PapersFixture.NOW);
    }
  }

  private SignedPaper certificate() {
    List<ExclusionCommitment> destroyed = List.of(seller.commitment());
    return PapersFixture
        .certificate(SellerFixture.terms().deal(), Optional.empty(), Optional.empty(), 3,
            new CommitmentList(destroyed), 2, PapersFixture.LOG)
        .sign(seller.house);
  }

  private void assertBad(Path path, Subject subject, Fault fault) {
    assertThat(verifying.verify(path)).isInstanceOfSatisfying(Verdict.Bad.class, bad -> {
      assertThat(bad.subject()).isEqualTo(subject);
      assertThat(bad.first().fault()).isEqualTo(fault);
    });
  }

  private void assertUnjudged(Path path, Fault fault) {
    assertThat(verifying.verify(path)).isInstanceOfSatisfying(Verdict.Unjudged.class,
        unjudged -> assertThat(unjudged.missing().fault()).isEqualTo(fault));
  }
}
