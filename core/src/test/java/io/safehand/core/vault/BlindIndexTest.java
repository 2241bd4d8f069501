package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.FieldName;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class BlindIndexTest {
  private static final FieldName MOBILE = new FieldName("mobile");
  private final Randomness randomness = new Randomness(new SecureRandom());
  private final EpochKey key = EpochKey.draw(1, randomness);
  private final BlindIndex index = new BlindIndex(key);

  @Test
  void aTagIsTheBeginningOfAnHmac() throws Exception {
    for (String value : new String[]{"", "13800000000", "欧阳小明", "a".repeat(255), "a".repeat(400),
      "王".repeat(500), "a".repeat(250) + "王", "13800000000"}) {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
      byte[] all = mac.doFinal(VaultFixture.utf8("mobile\0" + value));
      assertThat(index.tag(MOBILE, value)).isEqualTo(ByteBuffer.wrap(all).getLong());
    }
  }

  @Test
  void equalValuesMeetInOneFieldAndEpochOnly() {
    BlindIndex other = new BlindIndex(EpochKey.draw(2, randomness));
    Set<Long> tags = new HashSet<>();
    tags.add(index.tag(MOBILE, "13800000000"));
    tags.add(index.tag(new FieldName("phone"), "13800000000"));
    tags.add(index.tag(MOBILE, "13800000001"));
    tags.add(other.tag(MOBILE, "13800000000"));
    assertThat(tags).hasSize(4);
    assertThat(new BlindIndex(key).tag(MOBILE, "13800000000")).isEqualTo(index.tag(MOBILE, "13800000000"));
  }

  @Test
  void fieldAndValueCannotRunTogether() {
    assertThat(index.tag(new FieldName("ab"), "c")).isNotEqualTo(index.tag(new FieldName("a"), "bc"));
  }

  @Test
  void anEpochKeyIsReadAsItWasWritten() {
    ByteBuffer to = ByteBuffer.allocate(56);
    key.write(to);
    EpochKey read = EpochKey.read(to.flip());
    assertThat(read.epoch()).isEqualTo(1);
    assertThat(read.id()).isEqualTo(key.id());
    assertThat(new BlindIndex(read).tag(MOBILE, "1")).isEqualTo(index.tag(MOBILE, "1"));
  }

  @Test
  void aClosedEpochKeyGivesNoIndex() {
    key.close();
    assertThatThrownBy(() -> new BlindIndex(key)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> EpochKey.draw(0, randomness)).isInstanceOf(IllegalArgumentException.class);
  }
}
