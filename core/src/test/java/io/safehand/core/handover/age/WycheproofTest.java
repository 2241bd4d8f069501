package io.safehand.core.handover.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.SharedData;
import io.safehand.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wycheproof through our own key agreement. Of {@code acceptable} X25519 cases those with a shared value of zero are refused, the others give the stated value. */
class WycheproofTest {
  @Test
  void agreesAsX25519VectorsSay() throws Exception {
    List<Json.Object> tests = tests("x25519_test.json");
    assertThat(tests).hasSize(518);
    int refused = 0;
    for (Json.Object test : tests) {
      X25519 key = new X25519(hex(test, "private"));
      if (flags(test).contains("ZeroSharedSecret")) {
        assertThatThrownBy(() -> key.agree(hex(test, "public"))).isInstanceOf(InvalidKeyException.class);
        refused++;
      } else {
        assertThat(key.agree(hex(test, "public"))).as(name(test)).isEqualTo(hex(test, "shared"));
      }
    }
    assertThat(refused).isEqualTo(31);
  }

  @Test
  void decapsulatesAsMlKem768VectorsSay() throws Exception {
    List<Json.Object> tests = tests("mlkem_768_test.json");
    assertThat(tests).hasSize(193);
    for (Json.Object test : tests) {
      if (test.text("result").equals("valid")) {
        MlKem768 key = new MlKem768(hex(test, "seed"));
        assertThat(key.encapsulationKey()).as(name(test)).isEqualTo(hex(test, "ek"));
        assertThat(key.decapsulate(hex(test, "c"))).as(name(test)).isEqualTo(hex(test, "K"));
      } else {
        assertThatThrownBy(() -> new MlKem768(hex(test, "seed")).decapsulate(hex(test, "c"))).as(name(test))
            .isInstanceOf(InvalidKeyException.class);
      }
    }
  }

  @Test
  void encapsulatesAsMlKem768VectorsSay() throws Exception {
    List<Json.Object> tests = tests("mlkem_768_encaps_test.json");
    assertThat(tests).hasSize(265);
    for (Json.Object test : tests) {
      if (test.text("result").equals("valid")) {
        MlKem768.Encapsulated made = MlKem768.encapsulate(hex(test, "ek"), hex(test, "m"));
        assertThat(made.ciphertext()).as(name(test)).isEqualTo(hex(test, "c"));
        assertThat(made.secret()).as(name(test)).isEqualTo(hex(test, "K"));
      } else {
        assertThatThrownBy(() -> MlKem768.encapsulate(hex(test, "ek"), hex(test, "m"))).as(name(test))
            .isInstanceOf(InvalidKeyException.class);
      }
    }
  }

  private static List<Json.Object> tests(String file) throws IOException {
    Json.Object all = Json.parse(Files.readAllBytes(SharedData.folder("wycheproof").resolve(file)))
        .asObject();
    List<Json.Object> tests = new ArrayList<>();
    for (Json.Object group : all.array("testGroups").objects()) {
      tests.addAll(group.array("tests").objects());
    }
    return tests;
  }

  private static List<String> flags(Json.Object test) {
    return test.array("flags").texts();
  }

  private static byte[] hex(Json.Object test, String member) {
    return HexFormat.of().parseHex(test.text(member));
  }

  private static String name(Json.Object test) {
    return "tcId " + test.number("tcId");
  }
}
