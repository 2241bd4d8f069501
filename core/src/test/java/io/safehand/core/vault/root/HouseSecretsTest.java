package io.safehand.core.vault.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseSecretsTest {
  private static final byte[] VALUE = "planted secret value".getBytes(StandardCharsets.US_ASCII);
  private final SlotsFixture fixture;
  private final RootKey house;
  private final HouseSecrets secrets;

  HouseSecretsTest(@TempDir Path folder) {
    this.fixture = new SlotsFixture(folder);
    this.house = fixture.slots.create(RootOwner.house());
    this.secrets = secrets(house, Suite.AES_256_GCM);
  }

  private HouseSecrets secrets(RootKey root, Suite suite) {
    return new HouseSecrets(fixture.folders(), root, suite, fixture.randomness);
  }

  @ParameterizedTest
  @EnumSource
  void keepsAValueSealed(Suite suite) throws IOException {
    secrets(house, suite).put("signing-ed25519", VALUE);
    assertThat(secrets.get("signing-ed25519"))
        .hasValueSatisfying(value -> assertThat(value).isEqualTo(VALUE));
    assertThat(secrets.get("signing-ml-dsa-65")).isEmpty();
    for (Path folder : fixture.both()) {
      String stored = Files.readString(folder.resolve("signing-ed25519.secret"), StandardCharsets.ISO_8859_1);
      assertThat(stored).doesNotContain("planted");
    }
  }

  @Test
  void theLastValueCountsAlsoWhenACopyMissedIt() throws IOException {
    secrets.put("key", new byte[]{1});
    byte[] old = Files.readAllBytes(fixture.first.resolve("key.secret"));
    secrets.put("key", new byte[]{2});
    Files.write(fixture.first.resolve("key.secret"), old);
    assertThat(secrets.get("key").orElseThrow()).containsExactly(2);
    Files.write(fixture.second.resolve("key.secret"), new byte[40]);
    assertThatThrownBy(() -> secrets.get("key")).isInstanceOf(FormatRefused.class);
    Files.delete(fixture.second.resolve("key.secret"));
    assertThat(secrets.get("key").orElseThrow()).containsExactly(1);
  }

  @Test
  void openUnderTheirRootAndNameOnly() throws IOException {
    secrets.put("key", VALUE);
    RootKey other = fixture.slots.create(RootOwner.house());
    assertThatThrownBy(() -> secrets(other, Suite.AES_256_GCM).get("key")).isInstanceOf(FormatRefused.class);
    for (Path folder : fixture.both()) {
      Files.copy(folder.resolve("key.secret"), folder.resolve("other.secret"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    assertThatThrownBy(() -> secrets.get("other")).isInstanceOf(FormatRefused.class);
  }

  @Test
  void everyFlippedBitIsRefused() throws IOException {
    secrets.put("key", VALUE);
    byte[] good = Files.readAllBytes(fixture.first.resolve("key.secret"));
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      for (Path folder : fixture.both()) {
        Files.write(folder.resolve("key.secret"), bad);
      }
      assertThatThrownBy(() -> secrets.get("key")).as("bit %s", bit).isInstanceOf(FormatRefused.class);
    }
  }

  @Test
  void namesAreFileNamesOfOurOwnAlphabet() {
    for (String name : new String[]{"", "../x", "A", "a/b", "a.b", "9a", "a".repeat(64)}) {
      assertThatThrownBy(() -> secrets.put(name, VALUE)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
