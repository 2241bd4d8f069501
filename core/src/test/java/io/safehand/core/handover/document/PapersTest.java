package io.safehand.core.handover.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.manifest.CommitmentList;
import io.safehand.core.handover.manifest.Contents;
import io.safehand.core.handover.manifest.Deal;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PapersTest {
  private static final Deal DEAL = new Deal("deal-1", "MERGER_DIVISION", "seller", "buyer");
  /** A house may host both companies; their logs differ. */
  private static final LogState BUYER_LOG = new LogState("seller.example/buyer", 1, PapersFixture.LOG.root());
  private final SigningKeys house = SigningKeys.generate("seller.example", new SecureRandom());
  private final Trust trust = new Trust(house.trusted());
  private final Certificate certificate = PapersFixture.certificate(DEAL, Optional.of("ab".repeat(32)),
      Optional.of("cd".repeat(32)), 10, new CommitmentList(List.of()), 10, PapersFixture.LOG);
  private final Receipt receipt = new Receipt("0a".repeat(16), "ab".repeat(32), DEAL, 3,
      new Contents("ab".repeat(32), "cd".repeat(32), 3, 3, 1, 0), "ef".repeat(32), 2, PapersFixture.LOG,
      BUYER_LOG, PapersFixture.NOW);

  @Test
  void givesBackWhatWasSigned() throws HandoverRefused {
    assertThat(Certificate.require(named(certificate.sign(house)), trust).paper()).isEqualTo(certificate);
    assertThat(Receipt.require(named(receipt.sign(house)), trust)).isEqualTo(receipt);
  }

  @Test
  void saysInBothLanguagesWhatItDoesNotCover() {
    String file = new String(certificate.sign(house).file(), StandardCharsets.UTF_8);
    assertThat(file).contains(Certificate.NOT_COVERED_EN, Certificate.NOT_COVERED_ZH,
        "\"erasure\":\"overwritten\"");
  }

  @Test
  void refusesEveryFlippedByteOfAReceipt() {
    byte[] file = receipt.sign(house).file();
    for (int at = 0; at < file.length; at += 7) {
      byte[] flipped = file.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      assertThatThrownBy(() -> Receipt.require(new NamedBytes("receipt.json", flipped), trust))
          .as("byte %d", at)
          .isInstanceOf(HandoverRefused.class);
    }
  }

  @Test
  void cannotPassForAnotherKindOfPaper() {
    Json.Object body = certificate.sign(house).body();
    SignedPaper forged = SignedPaper.sign("receipt", body, house);
    assertFault(Fault.SIGNATURE_WRONG, () -> Certificate.require(named(forged), trust));
    assertFault(Fault.MALFORMED, () -> Receipt.require(named(certificate.sign(house)), trust));
  }

  @Test
  void refusesASignedCertificateThatContradictsItself() {
    assertContradiction(body -> body.with("what",
        Json.object().with("before", 11).with("destroyed", 0).with("commitments", "ab".repeat(32))));
    assertContradiction(body -> body.with("notCovered", Json.object().with("en", "All copies are gone.")));
    assertContradiction(body -> body.with("unseal",
        Json.object().with("mode", "S1").with("erasure", "destroyed by the module")));
    assertContradiction(body -> body.with("nodes",
        List.of(Json.object().with("place", "node-1").with("ended", true).with("confirmed", false))));
    assertContradiction(
        body -> body.with("kept", List.of(Json.object().with("reason", "cn.accounting").with("people", 10))));
    assertContradiction(body -> body.with("verifiedBy", body.object("performedBy")));
  }

  private void assertContradiction(UnaryOperator<Json.Object> change) {
    Json.Object body = change.apply(certificate.sign(house).body());
    SignedPaper forged = SignedPaper.sign("destruction-certificate", body, house);
    assertFault(Fault.CONTRADICTION, () -> Certificate.require(named(forged), trust));
  }

  @Test
  void cannotJudgeAnUnknownVersionOrSigner() {
    SignedPaper later = SignedPaper.sign("receipt", receipt.sign(house).body().with("version", 2), house);
    assertFault(Fault.VERSION_UNKNOWN, () -> Receipt.require(named(later), trust));
    assertFault(Fault.SIGNER_UNKNOWN,
        () -> Receipt.require(named(receipt.sign(house)), new Trust(List.of())));
  }

  @Test
  void isGivenOnlyWhenDurableInTwoPlaces() {
    assertThatThrownBy(() -> new Receipt(receipt.packageId(), receipt.manifest(), DEAL, 3, receipt.contents(),
        receipt.recipient(), 1, PapersFixture.LOG, BUYER_LOG, PapersFixture.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotGivenByTheLogThatHandsOver() {
    assertThatThrownBy(() -> new Receipt(receipt.packageId(), receipt.manifest(), DEAL, 3, receipt.contents(),
        receipt.recipient(), 2, PapersFixture.LOG, PapersFixture.LOG, PapersFixture.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isRefusedWhenItSpeaksForALogOfAnotherHouse() {
    SigningKeys other = SigningKeys.generate("other.example", new SecureRandom());
    Trust both = trust.with(other.trusted());
    assertFault(Fault.SIGNER_DIFFERS, () -> Receipt.require(named(receipt.sign(other)), both));
    assertFault(Fault.SIGNER_DIFFERS, () -> Certificate.require(named(certificate.sign(other)), both));
  }

  @Test
  void saysNothingOfADoneStageThatStillWaits() {
    assertThatThrownBy(() -> new Stage(Progress.DONE, PapersFixture.NOW, List.of("node-2")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stage.pending(PapersFixture.NOW, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NamedBytes named(SignedPaper paper) {
    return new NamedBytes("paper.json", paper.file());
  }

  private static void assertFault(Fault fault, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(HandoverRefused.class,
        refused -> assertThat(refused.finding().fault()).isEqualTo(fault));
  }
}
