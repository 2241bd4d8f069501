package io.safehand.core.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.GroupName;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedGroupTest {
  private static final String REST = "00".repeat(12 + 32) + "11".repeat(16);
  private final VaultFixture safe = new VaultFixture();

  @Test
  void laysItsBytesOutAsDocumented() {
    SealedGroup read = SealedGroup.read(bytes("01 02 02 6162 8101 10" + REST));
    assertThat(read.suite()).isEqualTo(Suite.SM4_GCM_SM3);
    assertThat(read.group()).isEqualTo(new GroupName("ab"));
    assertThat(read.version()).isEqualTo(129);
    assertThat(read.plainLength()).isZero();
    assertThat(read.length()).isEqualTo(8 + 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00 01 01 61 01 10", "02 01 01 61 01 10", "01 00 01 61 01 10", "01 03 01 61 01 10",
    "01 01 00 01 10", "01 01 01 41 01 10", "01 01 01 30 01 10", "01 01 02 612d 01 10", "01 01 01 61 8100 10",
    "01 01 01 61 ffffffff0f 10", "01 01 01 61 ffffffffff01 10", "01 01 01 61 01 0f", "01 01 01 61 01 11",
    "01 01 01 61 01 9000"})
  void refusesWhatItDoesNotKnow(String header) {
    assertThatThrownBy(() -> SealedGroup.read(bytes(header + REST))).isInstanceOf(FormatRefused.class);
  }

  @Test
  void refusesNamesThatNoGroupHas() {
    String longest = "61".repeat(31);
    assertThat(SealedGroup.read(bytes("01 01 1f" + longest + "01 10" + REST)).group().text()).hasSize(31);
    assertThatThrownBy(() -> SealedGroup.read(bytes("01 01 20" + longest + "61 01 10" + REST)))
        .isInstanceOf(FormatRefused.class);
    assertThatThrownBy(() -> SealedGroup.read(bytes("01 01 ff" + longest + "01 10" + REST)))
        .isInstanceOf(FormatRefused.class);
  }

  @Test
  void refusesEveryShorterAndLongerForm() {
    byte[] good = safe.seal(Suite.AES_256_GCM, "some text").toBytes();
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatThrownBy(() -> SealedGroup.read(cut)).as("%s bytes", length)
          .isInstanceOf(FormatRefused.class);
    }
    assertThatThrownBy(() -> SealedGroup.read(Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(FormatRefused.class);
  }

  @Test
  void readsOneAfterAnotherWithoutCopying() {
    byte[] one = safe.seal(Suite.AES_256_GCM, "one").toBytes();
    byte[] all = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, all, one.length, one.length);
    ByteBuffer from = ByteBuffer.wrap(all);
    SealedGroup first = SealedGroup.read(from);
    assertThat(from.position()).isEqualTo(one.length);
    assertThat(SealedGroup.read(from)).isEqualTo(first);
    assertThat(from.hasRemaining()).isFalse();
    all[one.length - 1] ^= 1;
    assertThat(first.toBytes()).isNotEqualTo(one);
    assertThatThrownBy(() -> SealedGroup.find(ByteBuffer.wrap(all), VaultFixture.CONTACT))
        .isInstanceOf(FormatRefused.class);
  }

  @Test
  void opensFromDirectAndReadOnlyBuffers() {
    byte[] bytes = safe.seal(Suite.AES_256_GCM, "文字").toBytes();
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    assertThat(safe.open(safe.key, safe.contact, SealedGroup.read(direct))).isEqualTo("文字");
    assertThat(safe.open(safe.key, safe.contact, SealedGroup.read(ByteBuffer.wrap(bytes).asReadOnlyBuffer())))
        .isEqualTo("文字");
  }

  @Test
  void writesWhatItRead() {
    byte[] bytes = safe.seal(Suite.SM4_GCM_SM3, "x").toBytes();
    ByteBuffer to = ByteBuffer.allocate(bytes.length);
    SealedGroup.read(bytes).write(to);
    assertThat(to.array()).isEqualTo(bytes);
  }

  @Test
  void knowsItsNameWithoutMakingOne() {
    SealedGroup sealed = safe.seal(Suite.AES_256_GCM, "x");
    assertThat(sealed.isNamed(new GroupName("contact"))).isTrue();
    assertThat(sealed.isNamed(new GroupName("contacs"))).isFalse();
    assertThat(sealed.isNamed(new GroupName("contac"))).isFalse();
    assertThat(sealed.isNamed(new GroupName("contacts"))).isFalse();
  }

  @Test
  void neverFailsOtherwiseOnRandomBytes() {
    long seed = 20261123;
    Random random = new Random(seed);
    byte[] good = safe.seal(Suite.AES_256_GCM, "some text").toBytes();
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 8));
      for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
        bytes[random.nextInt(Math.min(bytes.length, 20))] = (byte) random.nextInt();
      }
      try {
        SealedGroup.read(bytes).group();
      } catch (FormatRefused refused) {
        assertThat(refused).as("seed %s", seed).hasMessageNotContaining("some");
      }
    }
  }

  @Test
  void numbersHaveOneForm() {
    for (int value : new int[]{0, 1, 127, 128, 16_383, 16_384, 1 << 21, 1 << 28, Integer.MAX_VALUE}) {
      ByteBuffer to = ByteBuffer.allocate(VarInt.MOST_BYTES);
      VarInt.write(value, to);
      assertThat(VarInt.read(to.flip())).isEqualTo(value);
      assertThat(to.hasRemaining()).isFalse();
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
