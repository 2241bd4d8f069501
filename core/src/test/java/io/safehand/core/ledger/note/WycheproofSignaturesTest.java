package io.safehand.core.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.SharedData;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.tree.StrictBase64;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Project Wycheproof through our own verifier: every valid signature is accepted, every other one refused. Neither
 * file has vectors marked acceptable.
 */
class WycheproofSignaturesTest {

  @Test
  void judgesEveryEd25519Signature() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Json.Object group : groups("ed25519_test.json")) {
      wrong.addAll(wrong(group, SigningAlgorithm.ED25519, group.object("publicKey").text("pk")));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void judgesEveryMlDsa65Signature() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Json.Object group : groups("mldsa_65_verify_test.json")) {
      wrong.addAll(wrong(group, SigningAlgorithm.ML_DSA_65, group.text("publicKey")));
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> wrong(Json.Object group, SigningAlgorithm algorithm, String publicKey) {
    return group.array("tests")
        .objects()
        .stream()
        .filter(WycheproofSignaturesTest::hasOurContext)
        .filter(test -> accepts(test, algorithm, publicKey) != test.text("result").equals("valid"))
        .map(test -> test.decimal("tcId") + " " + test.text("comment"))
        .toList();
  }

  /** The product signs with the empty context only, so a signature made for another one must not pass for ours. */
  private static boolean hasOurContext(Json.Object test) {
    boolean empty = test.find("ctx").map(Json::asText).orElse("").isEmpty();
    return empty || !test.text("result").equals("valid");
  }

  private static boolean accepts(Json.Object test, SigningAlgorithm algorithm, String publicKey) {
    try {
      TrustedKey key = new TrustedKey("wycheproof", algorithm, SignerRole.HOUSE,
          StrictBase64.encode(HexFormat.of().parseHex(publicKey)));
      return key.verifies(HexFormat.of().parseHex(test.text("msg")),
          HexFormat.of().parseHex(test.text("sig")));
    } catch (IllegalArgumentException keyRefused) {
      return false;
    }
  }

  private static List<Json.Object> groups(String file) throws IOException {
    return Json.parse(Files.readAllBytes(SharedData.folder("wycheproof").resolve(file)))
        .asObject()
        .array("testGroups")
        .objects();
  }
}
