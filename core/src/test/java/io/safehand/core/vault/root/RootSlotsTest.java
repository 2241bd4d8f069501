package io.safehand.core.vault.root;

import static io.safehand.core.vault.root.SlotsFixture.bytes;
import static io.safehand.core.vault.root.SlotsFixture.file;
import static io.safehand.core.vault.root.SlotsFixture.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RootSlotsTest {
  private final SlotsFixture fixture;
  private final RootSlots slots;

  RootSlotsTest(@TempDir Path folder) {
    this.fixture = new SlotsFixture(folder);
    this.slots = fixture.slots;
  }

  @ParameterizedTest
  @EnumSource
  void loadsWhatItStoredInEveryCopy(Suite suite) {
    RootSlots own = fixture.slots(suite);
    RootKey root = own.create(fixture.owner);
    assertThat(bytes(own.load(root.id()))).isEqualTo(bytes(root));
    assertThat(file(fixture.first, root.id())).hasSameBinaryContentAs(file(fixture.second, root.id()));
    assertThat(own.copies()).isEqualTo(2);
    assertThat(own.mode()).isEqualTo(UnsealMode.S0);
  }

  @Test
  void nothingOnDiskHoldsTheRootInClear() throws IOException {
    RootKey root = slots.create(fixture.owner);
    for (Path folder : fixture.both()) {
      for (String name : names(folder)) {
        byte[] stored = Files.readAllBytes(folder.resolve(name));
        byte[] clear = bytes(root).array();
        for (int at = 0; at + 8 <= stored.length; at++) {
          for (int part = 0; part < 32; part += 8) {
            assertThat(Arrays.equals(stored, at, at + 8, clear, part, part + 8)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void onlyTheOwnerOfTheFilesReadsThem() throws IOException {
    RootKey root = slots.create(fixture.owner);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(fixture.first, root.id()))))
        .isEqualTo("rw-------");
  }

  @Test
  void storesInAnOrderThatSurvivesACrash() {
    StoppingDisk disk = StoppingDisk.never();
    RootKey root = fixture.slots(disk).create(fixture.owner);
    String name = root.id() + ".root";
    assertThat(disk.steps()).containsExactly("write first/" + name + ".tmp", "sync first/" + name + ".tmp",
        "rename first/" + name, "sync folder first/.", "write second/" + name + ".tmp",
        "sync second/" + name + ".tmp", "rename second/" + name, "sync folder second/.");
  }

  @Test
  void erasesByOverwritingDurablyBeforeTheNameGoes() throws IOException {
    RootKey root = slots.create(fixture.owner);
    StoppingDisk disk = StoppingDisk.never();
    fixture.slots(disk).erase(root.id());
    String name = root.id() + ".root";
    assertThat(disk.steps()).containsExactly("overwrite first/" + name, "sync first/" + name,
        "delete first/" + name, "sync folder first/.", "overwrite second/" + name, "sync second/" + name,
        "delete second/" + name, "sync folder second/.");
    assertThat(names(fixture.first)).isEmpty();
    assertThatThrownBy(() -> slots.load(root.id())).isInstanceOf(RootMissing.class);
    slots.erase(root.id());
  }

  @Test
  void theOverwrittenBytesAreZeros() throws IOException {
    RootKey root = slots.create(fixture.owner);
    Path file = file(fixture.first, root.id());
    assertThatThrownBy(() -> fixture.slots(new StoppingDisk(2)).erase(root.id()))
        .isInstanceOf(StoppingDisk.PowerCut.class);
    assertThat(Files.readAllBytes(file)).hasSize(SlotFile.BYTES).containsOnly(0);
  }

  @Test
  void aCopyThatLacksTheRootNeverStarts() throws IOException {
    RootKey root = slots.create(fixture.owner);
    Files.delete(file(fixture.second, root.id()));
    assertThatThrownBy(() -> slots.load(root.id())).isInstanceOf(RootCopyMissing.class)
        .hasMessageContaining("second");
    assertThat(slots.repair(root.id())).isEqualTo(1);
    assertThat(bytes(slots.load(root.id()))).isEqualTo(bytes(root));
    assertThat(slots.repair(root.id())).isZero();
  }

  @Test
  void aDamagedCopyIsRepairedFromTheGoodOne() throws IOException {
    RootKey root = slots.create(fixture.owner);
    byte[] good = Files.readAllBytes(file(fixture.first, root.id()));
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 4;
      Files.write(file(fixture.first, root.id()), bad);
      assertThatThrownBy(() -> slots.load(root.id())).isInstanceOf(RootCopyMissing.class);
      assertThat(slots.repair(root.id())).isEqualTo(1);
      assertThat(file(fixture.first, root.id())).hasBinaryContent(good);
    }
    Files.write(file(fixture.first, root.id()), new byte[0]);
    Files.write(file(fixture.second, root.id()), new byte[500]);
    assertThatThrownBy(() -> slots.repair(root.id())).isInstanceOf(RootMissing.class);
  }

  @Test
  void aSlotUnderAnotherRootsNameIsNotThatRoot() throws IOException {
    RootKey one = slots.create(fixture.owner);
    RootKey two = slots.create(fixture.owner);
    Files.copy(file(fixture.first, one.id()), file(fixture.first, two.id()),
        StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> slots.load(two.id())).isInstanceOf(RootCopyMissing.class);
    slots.repair(two.id());
    assertThat(bytes(slots.load(two.id()))).isEqualTo(bytes(two));
  }

  @Test
  void aMissingFolderStopsEverything() throws IOException {
    RootKey root = slots.create(fixture.owner);
    Files.move(fixture.second, fixture.second.resolveSibling("unmounted"));
    List<ThrowingCallable> calls = List.of(() -> slots.load(root.id()), () -> slots.create(fixture.owner),
        () -> slots.erase(root.id()), () -> slots.ids(fixture.owner), () -> slots.repair(root.id()),
        () -> slots.keepOnly(fixture.owner, Set.of(root.id())));
    calls.forEach(call -> assertThatThrownBy(call).isInstanceOf(RootFolderMissing.class));
    Files.move(fixture.second.resolveSibling("unmounted"), fixture.second);
    assertThat(bytes(slots.load(root.id()))).isEqualTo(bytes(root));
    assertThat(slots.ids(fixture.owner)).containsExactly(root.id());
  }

  @Test
  void anUnwrittenCopyIsAnErrorAndTheOtherIsLeftToErase() throws IOException {
    Files.delete(fixture.second);
    Path elsewhere = Files.createDirectory(fixture.second.resolveSibling("elsewhere"));
    Files.createSymbolicLink(fixture.second, elsewhere);
    RootKey root = RootKey.draw(fixture.randomness);
    Files.createDirectory(elsewhere.resolve(root.id() + ".root.tmp"));
    assertThatThrownBy(() -> slots.store(fixture.owner, root)).isInstanceOf(UncheckedIOException.class);
    assertThat(slots.ids(fixture.owner)).containsExactly(root.id());
  }

  @Test
  void keepsOwnersApart() {
    RootOwner other = RootOwner
        .of(new TreeName(new CompanyId(UUID.randomUUID()), new TreeId(UUID.randomUUID())));
    RootKey mine = slots.create(fixture.owner);
    RootKey candidate = slots.create(fixture.owner);
    RootKey theirs = slots.create(other);
    RootKey house = slots.create(RootOwner.house());
    assertThat(slots.ids(fixture.owner)).containsExactlyInAnyOrder(mine.id(), candidate.id());
    assertThat(slots.keepOnly(fixture.owner, Set.of(mine.id()))).containsExactly(candidate.id());
    assertThat(slots.ids(fixture.owner)).containsExactly(mine.id());
    assertThat(slots.ids(other)).containsExactly(theirs.id());
    assertThat(slots.ids(RootOwner.house())).containsExactly(house.id());
  }

  @Test
  void ignoresOtherFilesInTheFolder() throws IOException {
    Files.writeString(fixture.first.resolve("README"), "mine");
    Files.writeString(fixture.first.resolve("x.root"), "not ours");
    RootKey root = slots.create(fixture.owner);
    assertThat(slots.ids(fixture.owner)).containsExactly(root.id());
    slots.keepOnly(fixture.owner, Set.of());
    assertThat(names(fixture.first)).containsExactly("README", "x.root");
  }

  @Test
  void everyFlippedBitIsRefusedEvenWithItsChecksumMadeGood() throws IOException {
    RootId id = slots.create(fixture.owner).id();
    byte[] good = Files.readAllBytes(file(fixture.first, id));
    SlotSealing sealing = new SlotSealing(fixture.keyFile, Suite.AES_256_GCM, fixture.randomness);
    for (int bit = 0; bit < (SlotFile.BYTES - 4) * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      CRC32C crc = new CRC32C();
      crc.update(bad, 0, SlotFile.BYTES - 4);
      ByteBuffer.wrap(bad).putInt(SlotFile.BYTES - 4, (int) crc.getValue());
      assertThatThrownBy(() -> sealing.open(SlotFile.read(bad))).as("bit %s", bit)
          .isInstanceOfAny(FormatRefused.class, WrongPassphrase.class, UnsealModeNotBuilt.class);
    }
    assertThatThrownBy(() -> SlotFile.read(Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(FormatRefused.class);
  }

  @Test
  void needsAtLeastOneFolder() {
    assertThatThrownBy(() -> new ListedFolders(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
