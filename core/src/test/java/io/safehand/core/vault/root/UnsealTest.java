package io.safehand.core.vault.root;

import static io.safehand.core.vault.root.SlotsFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.tree.RootKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsealTest {
  private final Path folder;
  private final SlotsFixture fixture;

  UnsealTest(@TempDir Path folder) {
    this.folder = folder;
    this.fixture = new SlotsFixture(folder);
  }

  @Test
  void aPassphraseOpensWhatItSealed() {
    RootKey root = fixture.slots(fixture.passphrase("马到成功 42")).create(fixture.owner);
    RootSlots again = fixture.slots(fixture.passphrase("马到成功 42"));
    assertThat(bytes(again.load(root.id()))).isEqualTo(bytes(root));
    assertThat(again.mode()).isEqualTo(UnsealMode.S1);
  }

  @Test
  void aModeKeepsTheNumberThatStandsInASlot() {
    assertThat(Arrays.stream(UnsealMode.values()).map(UnsealMode::number)).containsExactly(0, 1, 2, 3);
    assertThat(UnsealMode.ofNumber(0)).isEqualTo(UnsealMode.S0);
    assertThat(UnsealMode.ofNumber(1)).isEqualTo(UnsealMode.S1);
    for (int notBuilt : new int[]{2, 3}) {
      assertThatThrownBy(() -> UnsealMode.ofNumber(notBuilt)).isInstanceOf(UnsealModeNotBuilt.class);
    }
    for (int unknown : new int[]{-1, 4}) {
      assertThatThrownBy(() -> UnsealMode.ofNumber(unknown)).isInstanceOf(FormatRefused.class);
    }
  }

  @Test
  void anotherPassphraseOpensNothingAndSaysSo() {
    RootKey root = fixture.slots(fixture.passphrase("right")).create(fixture.owner);
    for (String wrong : new String[]{"Right", "right ", "righ", "左"}) {
      assertThatThrownBy(() -> fixture.slots(fixture.passphrase(wrong)).load(root.id()))
          .isInstanceOf(WrongPassphrase.class)
          .hasMessageNotContaining(wrong);
    }
    assertThatThrownBy(() -> fixture.passphrase("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameLettersInAnotherUnicodeFormAreTheSamePassphrase() {
    RootKey root = fixture.slots(fixture.passphrase("caf\u00e9")).create(fixture.owner);
    assertThat(bytes(fixture.slots(fixture.passphrase("cafe\u0301")).load(root.id()))).isEqualTo(bytes(root));
  }

  @Test
  void aPassphraseDoesNotOpenAKeyFilesRootNorTheReverse() {
    RootKey byFile = fixture.slots.create(fixture.owner);
    RootKey byPassphrase = fixture.slots(fixture.passphrase("p")).create(fixture.owner);
    assertThatThrownBy(() -> fixture.slots(fixture.passphrase("p")).load(byFile.id()))
        .isInstanceOf(WrongPassphrase.class);
    assertThatThrownBy(() -> fixture.slots.load(byPassphrase.id())).isInstanceOf(WrongPassphrase.class);
  }

  @Test
  void allSlotsOfAnInstallationShareOneSaltSoThatAStartComputesOnce() throws IOException {
    RootKey one = fixture.slots(fixture.passphrase("p")).create(fixture.owner);
    RootKey two = fixture.slots(fixture.passphrase("p")).create(fixture.owner);
    assertThat(slot(one).stretching()).isEqualTo(slot(two).stretching()).isPresent();
    assertThat(slot(one).stretching().orElseThrow().cost()).isEqualTo(SlotsFixture.CHEAP);
  }

  private SlotFile slot(RootKey root) throws IOException {
    return SlotFile.read(Files.readAllBytes(SlotsFixture.file(fixture.first, root.id())));
  }

  @Test
  void anOtherwiseUsualCostIsSixtyFourMebibytes() {
    assertThat(Argon2Cost.USUAL).isEqualTo(new Argon2Cost(65_536, 3, 4));
  }

  /** From the tests of the Argon2 reference implementation. */
  @Test
  void stretchesAsArgon2idDoes() throws Exception {
    Stretching stretching = new Stretching("somesalt".getBytes(StandardCharsets.US_ASCII),
        new Argon2Cost(65_536, 2, 1));
    byte[] expected = HexFormat.of()
        .parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(expected, "HmacSHA256"));
    byte[] sealing = mac.doFinal("safehand unseal seal 1\u0001".getBytes(StandardCharsets.US_ASCII));
    assertThat(fixture.passphrase("password").key(Optional.of(stretching)).sealingKey()).isEqualTo(sealing);
  }

  @Test
  void refusesCostsThatWouldExhaustTheMachine() {
    for (int[] cost : new int[][]{{7, 1, 1}, {1 << 21, 1, 1}, {64, 0, 1}, {64, 17, 1}, {64, 1, 0},
      {64, 1, 17}, {64, 1, 9}}) {
      assertThatThrownBy(() -> new Argon2Cost(cost[0], cost[1], cost[2])).isInstanceOf(FormatRefused.class);
    }
  }

  @Test
  void aKeyFileIsItsOwnersAlone() throws IOException {
    Path file = folder.resolve("unseal.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    RootKey root = fixture.slots.create(fixture.owner);
    assertThat(bytes(fixture.slots(KeyFile.read(file)).load(root.id()))).isEqualTo(bytes(root));
    for (String open : new String[]{"rw-r-----", "rw----r--", "rwx------", "rw--w----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(UnsafeKeyFile.class);
    }
  }

  @Test
  void aKeyFileHasOneForm() throws IOException {
    Path file = folder.resolve("unseal.key");
    String good = Files.readString(file);
    for (String bad : new String[]{"", good + "\n", good.trim(), good.toUpperCase(Locale.ROOT),
      good.replace("-1\n", "-2\n"), good.substring(0, 60)}) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> KeyFile.read(file)).isInstanceOf(UnsafeKeyFile.class);
    }
    assertThatThrownBy(() -> KeyFile.create(file, fixture.randomness)).isInstanceOf(UnsafeKeyFile.class);
  }

  @Test
  void anotherKeyFileOpensNothing() {
    RootKey root = fixture.slots.create(fixture.owner);
    UnsealSecret other = KeyFile.create(folder.resolve("other.key"), fixture.randomness);
    assertThatThrownBy(() -> fixture.slots(other).load(root.id())).isInstanceOf(WrongPassphrase.class)
        .hasMessageContaining("key file");
  }

  @Test
  void modesThatAreNotBuiltSaySo() {
    assertThat(UnsealMode.S1.built()).isEqualTo(UnsealMode.S1);
    assertThatThrownBy(UnsealMode.S2::built).isInstanceOf(UnsealModeNotBuilt.class);
    assertThatThrownBy(() -> UnsealMode.ofNumber(3)).isInstanceOf(UnsealModeNotBuilt.class);
    assertThatThrownBy(() -> UnsealMode.ofNumber(4)).isInstanceOf(FormatRefused.class);
  }

  @Test
  void secretsPrintNothing() {
    assertThat(fixture.keyFile + " " + fixture.passphrase("p"))
        .isEqualTo("unseal secret S0 unseal secret S1");
  }
}
