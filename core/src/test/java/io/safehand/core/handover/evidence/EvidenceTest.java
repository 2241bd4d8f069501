package io.safehand.core.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.proof.Note;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
  @TempDir
  Path home;
  private WholeDeal deal;

  @BeforeEach
  void begin() {
    deal = new WholeDeal(home);
  }

  @Test
  void provesAWholeMergerAndItsCompleteness() throws IOException {
    assertThat(verdict(deal.evidence())).isInstanceOfSatisfying(Verdict.Good.class, good -> {
      assertThat(good.checked()).extracting(Note::code)
          .contains("ledger.whole", "evidence.complete", "receipt.signature", "certificate.population",
              "evidence.destroyed", "package.released");
      assertThat(good.unchecked()).extracting(Note::code)
          .contains("package.sealed", "package.reasons", "certificate.happened", "copies.outside")
          .doesNotHaveDuplicates();
    });
  }

  @Test
  void saysWhoSignedEachPaper() throws IOException {
    assertThat(verdict(deal.evidence())).isInstanceOfSatisfying(Verdict.Good.class,
        good -> assertThat(good.checked()).filteredOn(note -> note.code().endsWith(".signature"))
            .extracting(
                note -> note.values().getLast() + " by " + note.values().get(note.values().size() - 2))
            .containsExactly("seller.example/log by seller.example", "buyer.example by buyer.example",
                "seller.example/log by seller.example"));
  }

  @Test
  void refusesAReceiptThatTheSellerSignedItself() throws IOException {
    deal.receiptSigner = deal.seller.house;
    assertBad(deal.evidence(), Fault.SIGNER_DIFFERS, "receipt.json signer seller.example");
  }

  @Test
  void refusesACertificateThatTheBuyerSignedForTheSeller() throws IOException {
    deal.certificateSigner = deal.buyer;
    assertBad(deal.evidence(), Fault.SIGNER_DIFFERS, "certificate.json signer buyer.example");
  }

  @Test
  void refusesEvidenceThatTheBuyerSignedForTheSellersLog() throws IOException {
    deal.packSigner = deal.buyer;
    assertBad(deal.evidence(), Fault.SIGNER_DIFFERS, "pack.json signer buyer.example");
  }

  @Test
  void findsAPersonThatTheLogLetInAndNobodySpeaksOf() throws IOException {
    deal.imported = 11;
    assertBad(deal.evidence(), Fault.COUNTS_DIFFER, "ledger people before release");
  }

  @Test
  void refusesPeopleTakenInByANumberBelowZero() throws IOException {
    deal.imported = 10 + 5;
    deal.importedBelowZero = -5;
    assertBad(deal.evidence(), Fault.LEDGER_WRONG, "ledger/ line 2");
  }

  @Test
  void refusesTheDestructionOfMorePeopleThanThereWere() throws IOException {
    deal.erasedEarlier = 11;
    assertBad(deal.evidence(), Fault.LEDGER_WRONG, "ledger/ line 2");
  }

  @Test
  void refusesAReleaseThatNobodyOrOnlyOneApprovedInTheLog() throws IOException {
    deal.releasers = List.of("acc-7", "acc-8");
    assertBad(deal.evidence(), Fault.CONTRADICTION, "manifest approval of acc-9 is not in the ledger");
  }

  @Test
  void refusesADestructionThatOnlyOneApprovedInTheLog() throws IOException {
    deal.destroyers = List.of("acc-2", "acc-2");
    assertBad(deal.evidence(), Fault.CONTRADICTION, "certificate approval of acc-2 is not in the ledger");
  }

  @Test
  void refusesADestructionWhoseVerifierDidNotApprove() throws IOException {
    deal.destroyers = List.of("acc-3", "acc-4");
    assertBad(deal.evidence(), Fault.CONTRADICTION, "certificate approval of acc-2 is not in the ledger");
  }

  @Test
  void refusesADestructionThatAnotherPerformedThanTheCertificateSays() throws IOException {
    deal.performer = "acc-5";
    assertBad(deal.evidence(), Fault.CONTRADICTION, "certificate act of acc-1 is not in the ledger");
  }

  @Test
  void findsADestructionThatTheLogDoesNotHold() throws IOException {
    deal.shredded = 7;
    assertBad(deal.evidence(), Fault.COUNTS_DIFFER, "ledger people after destruction");
  }

  @Test
  void countsErasuresBeforeTheReleaseAndIntakesAfterTheCertificateApart() throws IOException {
    deal.imported = 12;
    deal.erasedEarlier = 2;
    deal.importedLater = 5;
    assertThat(verdict(deal.evidence())).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void provesAChangeOfControlByTheLog() throws IOException {
    assertThat(verdict(deal.evidenceOfEquity(true))).isInstanceOf(Verdict.Good.class);
  }

  @Test
  void refusesEquityWithoutAChangeOfControl() throws IOException {
    assertBad(deal.evidenceOfEquity(false), Fault.CONTRADICTION, "ledger has no change of control");
  }

  @Test
  void refusesEveryMissingAndEveryAlteredFile() throws IOException {
    Path folder = deal.evidence();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertThat(files).hasSizeGreaterThan(9);
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      for (int part = 0; part < 8; part++) {
        byte[] flipped = content.clone();
        flipped[(content.length - 1) * part / 7] ^= 1;
        Files.write(file, flipped);
        assertThat(verdict(folder)).as(file + " part " + part).isNotInstanceOf(Verdict.Good.class);
      }
      Files.delete(file);
      assertThat(verdict(folder)).as(file.toString()).isNotInstanceOf(Verdict.Good.class);
      Files.write(file, content);
    }
    assertThat(verdict(folder)).isInstanceOf(Verdict.Good.class);
  }

  @Test
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void refusesALogLargerThanItsFilesWithoutNamingThemAll() throws IOException {
    Path folder = deal.evidence();
    Json.Object pack = Json.parse(Files.readAllBytes(folder.resolve("pack.json"))).asObject();
    Map<String, Json> body = new LinkedHashMap<>(pack.members());
    body.remove("signature");
    body.put("log", pack.object("log").with("size", 9_000_000_000_000_000L));
    Files.write(folder.resolve("pack.json"),
        SignedPaper.sign("evidence-pack", new Json.Object(body), deal.seller.house).file());
    assertBad(folder, Fault.FILE_MISSING, "ledger/tile/entries/000");
  }

  @Test
  void refusesAFileOfTheLogThatIsLongerThanAnyCanBe() throws IOException {
    Path folder = deal.evidence();
    Path tile = folder.resolve("ledger/tile/0/000.p/8");
    try (RandomAccessFile grown = new RandomAccessFile(tile.toFile(), "rw")) {
      grown.setLength(3L << 30);
    }
    assertBad(folder, Fault.LEDGER_WRONG, "ledger/ ledger.tile.missing tile/0/000.p/8");
  }

  @Test
  void refusesAFileTooMany() throws IOException {
    Path folder = deal.evidence();
    Files.writeString(folder.resolve("ledger/journal"), "x");
    assertBad(folder, Fault.FILE_UNKNOWN, "ledger/journal");
  }

  @Test
  void cannotJudgeWithoutTheBuyersKey() throws IOException {
    Path folder = deal.evidence();
    assertThat(new Verifying(deal.seller.trust).verify(folder)).isInstanceOfSatisfying(Verdict.Unjudged.class,
        unjudged -> assertThat(unjudged.missing().subject()).isEqualTo("receipt.json signer buyer.example"));
  }

  private Verdict verdict(Path folder) {
    return new Verifying(deal.trust).verify(folder);
  }

  private void assertBad(Path folder, Fault fault, String subject) {
    assertThat(verdict(folder)).isInstanceOfSatisfying(Verdict.Bad.class, bad -> {
      assertThat(bad.first().fault()).isEqualTo(fault);
      assertThat(bad.first().subject()).isEqualTo(subject);
    });
  }
}
