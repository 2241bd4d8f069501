package io.safehand.core.vault.root;

import static io.safehand.core.vault.root.SlotsFixture.bytes;
import static io.safehand.core.vault.root.SlotsFixture.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power goes before each step of each act on root slots; after a restart the root that the database names is there, and no other. */
class CrashTest {
  @TempDir
  private Path folder;
  private int number;

  @Test
  void whileTheNextRootIsStoredTheOldOneLives() throws IOException {
    int steps = steps((fixture, disk) -> fixture.slots(disk).create(fixture.owner));
    assertThat(steps).isEqualTo(8);
    for (int stop = 0; stop <= steps; stop++) {
      SlotsFixture fixture = fixture();
      RootKey old = fixture.slots.create(fixture.owner);
      cut(stop, disk -> fixture.slots(disk).create(fixture.owner));
      restart(fixture, old);
    }
  }

  @Test
  void whileTheOldRootIsErasedTheNextOneLives() throws IOException {
    for (int stop = 0; stop <= 8; stop++) {
      SlotsFixture fixture = fixture();
      RootKey old = fixture.slots.create(fixture.owner);
      RootKey next = fixture.slots.create(fixture.owner);
      cut(stop, disk -> fixture.slots(disk).erase(old.id()));
      restart(fixture, next);
    }
  }

  @Test
  void whileARestartCleansUpItMayStopAnywhereAgain() throws IOException {
    for (int first = 0; first <= 8; first++) {
      for (int stop = 0; stop <= 9; stop++) {
        SlotsFixture fixture = fixture();
        RootKey old = fixture.slots.create(fixture.owner);
        cut(first, disk -> fixture.slots(disk).create(fixture.owner));
        cut(stop, disk -> fixture.slots(disk).keepOnly(fixture.owner, Set.of(old.id())));
        restart(fixture, old);
      }
    }
  }

  @Test
  void whileACopyIsRepairedTheGoodOneStays() throws IOException {
    for (int stop = 0; stop <= 4; stop++) {
      SlotsFixture fixture = fixture();
      RootKey root = fixture.slots.create(fixture.owner);
      Files.delete(SlotsFixture.file(fixture.first, root.id()));
      cut(stop, disk -> fixture.slots(disk).repair(root.id()));
      fixture.slots.repair(root.id());
      restart(fixture, root);
    }
  }

  @Test
  void aSecretIsTheOldOrTheNewOneAndWhole() throws IOException {
    for (int stop = 0; stop <= 8; stop++) {
      SlotsFixture fixture = fixture();
      RootKey house = fixture.slots.create(RootOwner.house());
      secrets(fixture, house, fixture.folders()).put("signing", new byte[]{1});
      boolean done = cut(stop,
          disk -> secrets(fixture, house, fixture.folders(disk)).put("signing", new byte[]{2}));
      byte[] found = secrets(fixture, house, fixture.folders()).get("signing").orElseThrow();
      assertThat(found).isIn(new byte[]{1}, new byte[]{2});
      assertThat(!done || found[0] == 2).isTrue();
    }
  }

  @Test
  void aNoteIsTheOldOrTheNewOneAndWhole() throws IOException {
    for (int stop = 0; stop <= 8; stop++) {
      SlotsFixture fixture = fixture();
      new CheckpointNotes(fixture.folders()).put("log", 10, new byte[]{10});
      boolean done = cut(stop,
          disk -> new CheckpointNotes(fixture.folders(disk)).put("log", 11, new byte[]{11}));
      CheckpointNotes.Kept kept = new CheckpointNotes(fixture.folders()).newest("log").orElseThrow();
      assertThat(kept.note()).containsExactly(Math.toIntExact(kept.size()));
      assertThat(kept.size()).isIn(10L, 11L);
      assertThat(!done || kept.size() == 11).isTrue();
    }
  }

  private static HouseSecrets secrets(SlotsFixture fixture, RootKey house, ListedFolders folders) {
    return new HouseSecrets(folders, house, Suite.AES_256_GCM, fixture.randomness);
  }

  /** The database names this root. */
  private static void restart(SlotsFixture fixture, RootKey named) throws IOException {
    RootId id = named.id();
    fixture.slots.keepOnly(fixture.owner, Set.of(id));
    ByteBuffer loaded = bytes(fixture.slots.load(id));
    assertThat(loaded).isEqualTo(bytes(named));
    assertThat(names(fixture.first)).containsExactly(id + ".root");
    assertThat(names(fixture.second)).containsExactly(id + ".root");
  }

  private SlotsFixture fixture() throws IOException {
    return new SlotsFixture(Files.createDirectory(folder.resolve("case-" + number++)));
  }

  private int steps(Act act) throws IOException {
    StoppingDisk disk = StoppingDisk.never();
    act.on(fixture(), disk);
    return disk.steps().size();
  }

  /** Whether the act came to its end. */
  private static boolean cut(int stop, Work work) {
    try {
      work.on(new StoppingDisk(stop));
      return true;
    } catch (StoppingDisk.PowerCut cut) {
      return false;
    }
  }

  /** Something done in a fixture. */
  private interface Act {
    void on(SlotsFixture fixture, Disk disk);
  }

  /** Something done on a disk. */
  private interface Work {
    void on(Disk disk);
  }
}
