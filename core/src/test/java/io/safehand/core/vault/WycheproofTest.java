package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.SharedData;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Wycheproof through our own classes. They take one shape only, a 12-byte nonce, a 16-byte tag, the full HMAC; cases of
 * another shape are skipped, and how many ran is stated.
 */
class WycheproofTest {
  @Test
  void sealsAndOpensAsAesGcmVectorsSay() throws Exception {
    AesGcm aes = new AesGcm();
    int ran = forEach("aes_gcm_test.json", group -> group.number("keySize") == 256
        && group.number("ivSize") == 96 && group.number("tagSize") == 128, test -> aead(aes, test));
    assertThat(ran).as("AES-256-GCM cases").isEqualTo(66);
  }

  @Test
  void sealsAndOpensAsSm4GcmVectorsSay() throws Exception {
    Sm4Gcm sm4 = new Sm4Gcm();
    int ran = forEach("sm4_gcm_test.json", group -> group.number("keySize") == 128
        && group.number("ivSize") == 96 && group.number("tagSize") == 128, test -> aead(sm4, test));
    assertThat(ran).as("SM4-GCM cases").isEqualTo(65);
  }

  @Test
  void authenticatesAsHmacSha256VectorsSay() throws Exception {
    Hmac hmac = new Hmac(new Hash.Sha256());
    int ran = forEach("hmac_sha256_test.json", group -> group.number("tagSize") == 256,
        test -> hmac(hmac, test));
    assertThat(ran).as("HMAC-SHA-256 cases").isEqualTo(87);
  }

  @Test
  void authenticatesAsHmacSm3VectorsSay() throws Exception {
    Hmac hmac = new Hmac(new Hash.Sm3());
    int ran = forEach("hmac_sm3_test.json", group -> group.number("tagSize") == 256,
        test -> hmac(hmac, test));
    assertThat(ran).as("HMAC-SM3 cases").isEqualTo(87);
  }

  @Test
  void expandsAsHkdfSha256VectorsSay() throws Exception {
    Hmac hmac = new Hmac(new Hash.Sha256());
    int ran = forEach("hkdf_sha256_test.json", group -> true, test -> hkdf(hmac, test));
    assertThat(ran).as("HKDF-SHA-256 cases").isEqualTo(86);
  }

  private static void aead(Aead aead, Json.Object test) {
    byte[] key = hex(test, "key");
    byte[] nonce = hex(test, "iv");
    byte[] context = hex(test, "aad");
    byte[] plain = hex(test, "msg");
    byte[] sealed = (test.text("ct") + test.text("tag")).isEmpty()
        ? new byte[0]
        : HexFormat.of().parseHex(test.text("ct") + test.text("tag"));
    byte[] opened = new byte[sealed.length - 16];
    aead.startOpening(key, nonce, context, 0, context.length);
    boolean good = aead.open(sealed, 0, sealed.length, opened, 0);
    assertThat(good).as(name(test)).isEqualTo(test.text("result").equals("valid"));
    assertThat(opened).as(name(test)).isEqualTo(good ? plain : new byte[plain.length]);
    if (good) {
      byte[] out = new byte[plain.length + 16];
      // The JDK refuses a key and nonce that it sealed with last; another key between them is what a vault does.
      aead.startSealing(new byte[key.length], new byte[12], new byte[0], 0, 0);
      aead.startSealing(key, nonce, context, 0, context.length);
      aead.seal(plain, 0, plain.length, out, 0);
      assertThat(out).as(name(test)).isEqualTo(sealed);
    }
  }

  private static void hmac(Hmac hmac, Json.Object test) {
    byte[] message = hex(test, "msg");
    byte[] out = new byte[32];
    hmac.key(hex(test, "key"));
    hmac.mac(message, 0, message.length, out, 0);
    assertThat(Arrays.equals(out, hex(test, "tag"))).as(name(test))
        .isEqualTo(test.text("result").equals("valid"));
  }

  /** The extract step is one HMAC (RFC 5869, 2.2). */
  private static void hkdf(Hmac hmac, Json.Object test) {
    byte[] prk = new byte[32];
    byte[] ikm = hex(test, "ikm");
    hmac.key(hex(test, "salt"));
    hmac.mac(ikm, 0, ikm.length, prk, 0);
    byte[] out = new byte[Math.toIntExact(test.number("size"))];
    if (test.text("result").equals("valid")) {
      hmac.expand(prk, hex(test, "info"), out);
      assertThat(out).as(name(test)).isEqualTo(hex(test, "okm"));
    } else {
      assertThatThrownBy(() -> hmac.expand(prk, hex(test, "info"), out)).as(name(test))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static int forEach(String file, Predicate<Json.Object> taken, Case test) throws IOException {
    Json.Object all = Json.parse(Files.readAllBytes(SharedData.folder("wycheproof").resolve(file)))
        .asObject();
    int ran = 0;
    int skipped = 0;
    for (Json.Object group : all.array("testGroups").objects()) {
      List<Json.Object> tests = group.array("tests").objects();
      if (taken.test(group)) {
        tests.forEach(test::run);
        ran += tests.size();
      } else {
        skipped += tests.size();
      }
    }
    System.out.println(file + ": " + ran + " ran, " + skipped + " of another key, nonce or tag size skipped");
    return ran;
  }

  private static byte[] hex(Json.Object test, String member) {
    return HexFormat.of().parseHex(test.text(member));
  }

  private static String name(Json.Object test) {
    return "tcId " + test.number("tcId");
  }

  /** One case. */
  private interface Case {
    void run(Json.Object test);
  }
}
