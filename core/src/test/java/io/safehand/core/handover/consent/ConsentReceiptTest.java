package io.safehand.core.handover.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.proof.Subject;
import io.safehand.core.handover.proof.Verdict;
import io.safehand.core.handover.proof.Verifying;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentReceiptTest {
  private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");
  @TempDir
  Path home;
  private final SigningKeys house = SigningKeys.generate("seller.example", new SecureRandom());
  private final Trust trust = new Trust(house.trusted());
  private final ConsentReceipt receipt = new ConsentReceipt("0199c0de-0000-7000-8000-000000000001",
      "ab".repeat(32), Optional.of(new AnsweredNotice(2, "cd".repeat(32), "zh", "letter-1")),
      new AskedPurpose("marketing", "新茶与活动通知", "News about teas"),
      List.of(new InformationType("email", "email", false, false, "P2Y")), handling("seller.example/log"),
      act("paper", "staff"));

  @Test
  void givesBackWhatWasSigned() throws HandoverRefused {
    assertThat(ConsentReceipt.require(named(receipt.sign(house)), trust).paper()).isEqualTo(receipt);
    ConsentReceipt bare = new ConsentReceipt(receipt.id(), receipt.person(), Optional.empty(),
        receipt.purpose(), List.of(), receipt.handling(), act("unstated", "import"));
    assertThat(ConsentReceipt.require(named(bare.sign(house)), trust).paper()).isEqualTo(bare);
  }

  @Test
  void theVerifierSaysWhatItVerifiedAndWhatNot() throws IOException {
    assertThat(verify(receipt.sign(house).file())).isInstanceOfSatisfying(Verdict.Good.class, good -> {
      assertThat(good.subject()).isEqualTo(Subject.CONSENT);
      assertThat(good.checked().getFirst().values()).containsExactly("GIVEN", "marketing", AT.toString(),
          "person", "staff", "seller.example");
      assertThat(good.unchecked()).extracting(note -> note.code())
          .containsExactly("consent.present", "consent.said", "consent.whose");
    });
    assertThat(new Verifying(new Trust(List.of())).verify(home.resolve("receipt.json")))
        .isInstanceOf(Verdict.Unjudged.class);
  }

  @Test
  void everyChangedByteIsRefused() {
    byte[] file = receipt.sign(house).file();
    for (int at = 0; at < file.length; at++) {
      byte[] flipped = file.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> ConsentReceipt.require(new NamedBytes("receipt.json", flipped), trust))
          .as("byte %d", at)
          .isInstanceOf(HandoverRefused.class);
    }
  }

  @Test
  void noDamagedFileIsFoundGood() throws IOException {
    byte[] file = receipt.sign(house).file();
    for (int at = 0; at < file.length; at += 97) {
      byte[] flipped = file.clone();
      flipped[at] ^= 1;
      assertThat(verify(flipped)).as("byte %d", at).isNotInstanceOf(Verdict.Good.class);
    }
  }

  @Test
  void refusesWhatItDoesNotKnowThoughItIsSigned() {
    refused(Fault.MALFORMED, body -> body.with("more", "x"));
    refused(Fault.MALFORMED, body -> body.with("profile", "record-gdpr"));
    refused(Fault.MALFORMED, body -> body.with("schema", "ISO/IEC TS 27560:2030"));
    refused(Fault.MALFORMED, body -> body.with("@context", Json.object()));
    refused(Fault.MALFORMED,
        body -> body.with("event", body.object("event").with("state", "dpv:ConsentPerhaps")));
    refused(Fault.CONTRADICTION, body -> body.with("event", body.object("event").with("method", "guess")));
    refused(Fault.CONTRADICTION, body -> body.with("event", body.object("event").with("method", "unstated")));
    refused(Fault.MALFORMED, body -> body.with("person", "13900001234"));
    refused(Fault.VERSION_UNKNOWN, body -> body.with("version", 2));
  }

  @Test
  void speaksOnlyForALogOfItsHouse() {
    SigningKeys other = SigningKeys.generate("other.example", new SecureRandom());
    assertFault(Fault.SIGNER_DIFFERS,
        () -> ConsentReceipt.require(named(receipt.sign(other)), trust.with(other.trusted())));
    SignedPaper forged = SignedPaper.sign("receipt", receipt.sign(house).body(), house);
    assertFault(Fault.SIGNATURE_WRONG, () -> ConsentReceipt.require(named(forged), trust));
  }

  @Test
  void aConsentThatCannotBeWithdrawnHasNoReceipt() {
    Handling some = handling("seller.example/log");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Handling(some.handler(), some.log(), List.of(), false, some.collection(),
            some.processing(), some.storage(), List.of(), some.rights(), Optional.empty()));
  }

  private Verdict verify(byte[] file) throws IOException {
    return new Verifying(trust).verify(Files.write(home.resolve("receipt.json"), file));
  }

  private void refused(Fault fault, UnaryOperator<Json.Object> change) {
    SignedPaper forged = SignedPaper.sign("consent-receipt", change.apply(receipt.sign(house).body()), house);
    assertFault(fault, () -> ConsentReceipt.require(named(forged), trust));
  }

  private static void assertFault(Fault fault, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOfSatisfying(HandoverRefused.class,
        refused -> assertThat(refused.finding().fault()).isEqualTo(fault));
  }

  private static Handling handling(String log) {
    return new Handling("青岚茶舍", log, List.of(), false, List.of("from-person"), List.of("store", "use"),
        "handler-vault", List.of("counter", "phone", "paper"), List.of("know", "withdraw"), Optional.empty());
  }

  private static ConsentAct act(String method, String surface) {
    return new ConsentAct(AT, AT.plusSeconds(60), Optional.of(AT.plusSeconds(86_400)), "person", "expressed",
        "GIVEN", method, surface, true, "form-17");
  }

  private static NamedBytes named(SignedPaper paper) {
    return new NamedBytes("receipt.json", paper.file());
  }
}
