package io.safehand.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerLineTest {
  private static final LineNonce NONCE = LineNonce.parse("000102030405060708090a0b0c0d0e0f");
  private static final Instant AT = Instant.parse("2026-11-23T08:30:00.1234567Z");
  private static final String LINE = "{\"about\":\"ABOUT\",\"act\":\"custody.disclose\",\"at\":\"2026-11-23T08:30:00.123456Z\","
      + "\"case\":\"c-1\",\"deal\":\"d-1\",\"decision\":\"e-1\",\"details\":{\"fields\":2},"
      + "\"nonce\":\"000102030405060708090a0b0c0d0e0f\",\"purpose\":\"service\",\"v\":1,\"who\":\"clerk\"}";
  /** {@code printf '\x00\x01…\x0f' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07} */
  private static final String ABOUT = "1b3b127eafc0f864b62154c338a7d526edd7288fc1472600a93c809887085aad";

  private final LedgerKey person = key(7);

  @Test
  void writesEveryMemberInCanonicalOrder() {
    LedgerLine line = LedgerLine.of(NONCE, AT, "clerk", Act.DISCLOSE)
        .about(person)
        .forPurpose("service")
        .inCase("c-1")
        .byDecision("e-1")
        .inDeal("d-1")
        .with(Json.object().with("fields", 2));
    assertThat(new String(line.bytes(), UTF_8)).isEqualTo(LINE.replace("ABOUT", ABOUT));
    assertThat(LedgerLine.parse(line.bytes())).isEqualTo(line);
  }

  @Test
  void writesNothingThatIsEmpty() {
    assertThat(new String(LedgerLine.of(NONCE, Instant.EPOCH, "clerk", Act.DEAL_OPENED).bytes(), UTF_8))
        .isEqualTo("{\"act\":\"deal.opened\",\"at\":\"1970-01-01T00:00:00.000000Z\","
            + "\"nonce\":\"000102030405060708090a0b0c0d0e0f\",\"v\":1,\"who\":\"clerk\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v\":1|\"v\":2", "\"v\":1,|", "\"who\":\"clerk\"|\"who\":\"\"",
    "custody.disclose|Custody.disclose", "custody.disclose|disclose", ".123456Z|.123Z", ".123456Z|.123456+",
    "11-23|11-31", "11-23|11x23", "\"c-1\"|\"\"", "{\"fields\":2}|{}", "{\"fields\":2}|2", "\"who\"|\"why\"",
    "0f\"|0F\"", "\"case\"| \"case\"", "clerk|cl\\\\u0065rk", "service|ser\\\\nvice",
    "{\"fields\":2}|{\"fields\":2.0}"})
  void refusesWhatItWouldNotHaveWritten(String change) {
    String[] parts = change.split("\\|", -1);
    String changed = LINE.replace("ABOUT", ABOUT).replace(parts[0], parts[1].replace("\\\\", "\\"));
    assertThat(changed).isNotEqualTo(LINE.replace("ABOUT", ABOUT));
    assertThatThrownBy(() -> LedgerLine.parse(changed.getBytes(UTF_8))).isInstanceOf(JsonRefused.class);
  }

  @Test
  void readsActsThatItDoesNotKnow() {
    String line = LINE.replace("ABOUT", ABOUT).replace("custody.disclose", "future.act");
    assertThat(LedgerLine.parse(line.getBytes(UTF_8)).act()).isEqualTo("future.act");
  }

  @Test
  void refusesTextsThatAreTooLongOrHoldControlCharacters() {
    LedgerLine line = LedgerLine.of(NONCE, AT, "clerk", Act.SEARCH);
    assertThat(line.forPurpose("x".repeat(200)).purpose()).hasSize(200);
    assertThatThrownBy(() -> line.forPurpose("x".repeat(201))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> line.inDeal("a\nb")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerLine.of(NONCE, AT, "", Act.SEARCH))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerLine.of(NONCE, Instant.MAX, "a", Act.SEARCH))
        .isInstanceOf(IllegalArgumentException.class);
    LedgerLine large = line.with(Json.object().with("x", "y".repeat(65_536)));
    assertThatThrownBy(large::bytes).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isFoundByThePersonsKeyAndByNoOther() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 100; i++) {
      LedgerLine line = LedgerLine.of(LineNonce.random(random), AT, "clerk", Act.DISCLOSE)
          .about(person)
          .with(Json.object().with("nonce", "no").with("x", "\",\"nonce\":\"00"));
      assertThat(person.marks(line.bytes())).isTrue();
      assertThat(key(8).marks(line.bytes())).isFalse();
    }
    assertThat(person.marks(LedgerLine.of(NONCE, AT, "clerk", Act.SEARCH).bytes())).isFalse();
  }

  @Test
  void survivesAnyBytesWhenItScans() {
    byte[] line = LINE.replace("ABOUT", ABOUT).getBytes(UTF_8);
    assertThat(person.marks(line)).isTrue();
    for (int length = 0; length < line.length - 70; length++) {
      assertThat(person.marks(Arrays.copyOf(line, length))).isFalse();
    }
    assertThat(person.marks("{\"about\":\"".getBytes(UTF_8))).isFalse();
    assertThat(person.marks(",\"nonce\":\"00".getBytes(UTF_8))).isFalse();
    assertThat(person.marks(LINE.getBytes(UTF_8))).isFalse();
  }

  @Test
  void showsNothingInCommonOfTwoLinesAboutOnePerson() {
    LineNonce other = LineNonce.parse("100102030405060708090a0b0c0d0e0f");
    assertThat(person.about(NONCE)).isNotEqualTo(person.about(other));
    assertThat(person.about(NONCE)).isEqualTo(new About(ABOUT));
  }

  @Test
  void neverPrintsAKeyAndForgetsItWhenClosed() {
    LedgerKey key = key(7);
    assertThat(key).hasToString("LedgerKey[•••]");
    key.close();
    assertThat(key.about(NONCE)).isEqualTo(key(0).about(NONCE));
    assertThatThrownBy(() -> LedgerKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
  }

  /** The page is the list that other implementations have. */
  @Test
  void listsEveryActInItsFormatPage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "formats", "ledger.md"));
    String acts = page.substring(page.indexOf("## Acts"), page.indexOf("## Refusal reasons"));
    List<String> listed = Pattern.compile("^\\| `([a-z.]+)` \\|", Pattern.MULTILINE)
        .matcher(acts)
        .results()
        .map(row -> row.group(1))
        .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Act.values()).map(Act::code).toList());
  }

  @Test
  void keepsLinesWithoutAPerson() {
    assertThat(LedgerLine.of(NONCE, AT, "clerk", Act.SEARCH).about()).isEqualTo(Optional.empty());
  }

  private static LedgerKey key(int fill) {
    byte[] key = new byte[LedgerKey.BYTES];
    Arrays.fill(key, (byte) fill);
    return LedgerKey.of(key);
  }
}
