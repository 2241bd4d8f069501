package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.consent.AskedPurpose;
import io.safehand.core.handover.consent.ConsentAct;
import io.safehand.core.handover.consent.ConsentReceipt;
import io.safehand.core.handover.consent.Handling;
import io.safehand.core.handover.proof.Subject;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.note.SigningKeys;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.ledger.tree.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  private static final Path VERIFYING = Path
      .of("../core/src/main/java/io/safehand/core/handover/proof/Verifying.java");
  @TempDir
  Path home;
  private final SigningKeys house = SigningKeys.generate("seller.example", new SecureRandom());
  private Path checkpoint = Path.of("");
  private Path trust = Path.of("");

  @BeforeEach
  void write() throws IOException {
    SignedNote note = house.sign(new Checkpoint("seller.example/log", 5, new Hashing().leaf(new byte[1])));
    checkpoint = Files.write(home.resolve("checkpoint"), note.bytes());
    trust = Files.writeString(home.resolve("trust.json"), new Trust(house.trusted()).file());
  }

  @Test
  void endsWithZeroAndSaysWhatItDidNotCheck() {
    Ran ran = verify(Locale.ENGLISH, checkpoint, trust);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Good: this checkpoint holds", "5 lines", "Not checked:",
        "no trusted witness");
    assertThat(verify(Locale.SIMPLIFIED_CHINESE, checkpoint, trust).out()).contains("通过", "未检查：");
  }

  @Test
  void endsWithOneAndNamesTheBadThing() throws IOException {
    String text = Files.readString(checkpoint).replace("\n5\n", "\n6\n");
    Ran ran = verify(Locale.ENGLISH, Files.writeString(home.resolve("forged"), text), trust);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("Bad: ", "A signature is wrong: forged signer seller.example");
  }

  @Test
  void endsWithTwoWhereItCannotJudge() throws IOException {
    Path nobody = Files.writeString(home.resolve("nobody.json"), new Trust(List.of()).file());
    assertThat(verify(Locale.ENGLISH, checkpoint, nobody).code()).isEqualTo(2);
    assertThat(verify(Locale.ENGLISH, home.resolve("nothing"), trust).code()).isEqualTo(2);
    assertThat(verify(Locale.ENGLISH, checkpoint, home.resolve("absent.json")).code()).isEqualTo(2);
    assertThat(verify(Locale.ENGLISH, checkpoint, checkpoint).code()).isEqualTo(2);
  }

  @Test
  void judgesAConsentReceiptInOneLine() throws IOException {
    byte[] file = receipt().sign(house).file();
    Path receipt = Files.write(home.resolve("receipt.jsonld"), file);
    Ran ran = verify(Locale.ENGLISH, receipt, trust);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Good: this consent receipt holds",
        "signed by seller.example, the house of the handler's log: WITHDRAWN for the purpose marketing");
    assertThat(verify(Locale.SIMPLIFIED_CHINESE, receipt, trust).out()).contains("同意回执", "marketing");
    file[file.length / 2] ^= 1;
    assertThat(verify(Locale.ENGLISH, Files.write(receipt, file), trust).code()).isEqualTo(1);
    Path nobody = Files.writeString(home.resolve("nobody.json"), new Trust(List.of()).file());
    Files.write(receipt, receipt().sign(house).file());
    assertThat(verify(Locale.ENGLISH, receipt, nobody).code()).isEqualTo(2);
  }

  private static ConsentReceipt receipt() {
    Instant at = Instant.parse("2026-11-25T08:00:00Z");
    return new ConsentReceipt("0199c0de-0000-7000-8000-000000000001", "ab".repeat(32), Optional.empty(),
        new AskedPurpose("marketing", "通知", "News"), List.of(),
        new Handling("Tea", "seller.example/log", List.of(), false, List.of("from-person"), List.of("use"),
            "handler-vault", List.of("phone"), List.of("withdraw"), Optional.empty()),
        new ConsentAct(at, at, Optional.empty(), "person", "expressed", "WITHDRAWN", "phone", "staff", true,
            "call-17"));
  }

  @Test
  void isAUsageErrorWithoutTrust() {
    assertThat(Ran.in(Locale.ENGLISH, "verify", checkpoint.toString()).code()).isEqualTo(64);
  }

  @Test
  void speaksJsonToScripts() {
    Ran ran = Ran.in(Locale.ENGLISH, "verify", checkpoint.toString(), "--trust", trust.toString(), "--json");
    Json.Object json = Json.parse(ran.out().getBytes(StandardCharsets.UTF_8)).asObject();
    assertThat(json.text("verdict")).isEqualTo("good");
    assertThat(json.text("subject")).isEqualTo("checkpoint");
  }

  @Test
  void hasWordsForEveryCode() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Fault fault : Fault.values()) {
      keys.add("verify.fault." + fault.code());
    }
    for (Subject subject : Subject.values()) {
      keys.add("verify.subject." + subject.code());
    }
    Matcher codes = Pattern.compile("\"([a-z]+(?:\\.[a-z]+)+)\"").matcher(Files.readString(VERIFYING));
    while (codes.find()) {
      keys.add("verify.note." + codes.group(1));
    }
    keys.add("verify.note." + LedgerVerifier.NO_OLDER);
    keys.add("verify.note." + LedgerVerifier.NO_WITNESS);
    keys.add("verify.note." + LedgerVerifier.CONTENT);
    assertThat(new Texts(Locale.ENGLISH).bundle().keySet()).containsAll(keys);
  }

  private static Ran verify(Locale locale, Path path, Path trust) {
    return Ran.in(locale, "verify", path.toString(), "--trust", trust.toString());
  }
}
