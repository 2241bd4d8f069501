package io.safehand.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.MerkleTree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerLogTest {
  private static final long SMALL_JOURNAL = 20_000;
  private final House house = new House();

  @TempDir
  private Path disk;

  @Test
  void beginsEmptyInTwoEmptyFolders() {
    try (LedgerLog log = open()) {
      assertThat(log.checkpoint()).isEqualTo(new Checkpoint(House.ORIGIN, 0, new MerkleTree().root()));
      assertThat(log.append(List.of())).isEqualTo(log.checkpoint());
      assertThat(log.lines(0, 10)).isEmpty();
    }
  }

  @Test
  void givesTheRootsOfRfc6962HoweverLinesAreAppended() {
    MerkleTree tree = new MerkleTree();
    try (LedgerLog log = LedgerLog.open(place(), List.of(), SMALL_JOURNAL)) {
      for (int from = 0, step = 1; from < 1500; from += step, step = step % 97 + 7) {
        House.lines(from, from + step).forEach(tree::append);
        Checkpoint checkpoint = log.append(House.lines(from, from + step));
        assertThat(checkpoint).isEqualTo(new Checkpoint(House.ORIGIN, tree.size(), tree.root()));
      }
      for (long size : new long[]{0, 1, 255, 256, 257, 1000}) {
        assertThat(log.rootAt(size)).isEqualTo(tree.rootAt(size));
      }
    }
  }

  @Test
  void givesEveryLineBackBeforeAndAfterReopening() {
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 700));
      assertLines(log, 700);
    }
    try (LedgerLog log = open()) {
      assertLines(log, 700);
      log.append(House.lines(700, 1030));
      assertLines(log, 1030);
    }
  }

  private static void assertLines(LedgerLog log, int size) {
    assertThat(log.size()).isEqualTo(size);
    for (int from : new int[]{0, 1, 255, 256, 400, size - 1, size}) {
      assertThat(log.lines(from, 300))
          .containsExactlyElementsOf(House.lines(from, Math.min(size, from + 300)));
    }
  }

  @Test
  void provesLinesAndConsistencyAcrossReopening() {
    SignedNote old;
    try (LedgerLog log = open()) {
      old = house.sign(log.append(House.lines(0, 300)));
      log.append(House.lines(300, 900));
    }
    try (LedgerLog log = open()) {
      SignedNote now = house.sign(log.checkpoint());
      for (long index : new long[]{0, 255, 256, 299}) {
        assertThat(log.prove(index, old).proves(House.line(index))).isTrue();
        assertThat(log.prove(index, now).proves(House.line(index))).isTrue();
        assertThat(log.prove(index, now).proves(House.line(index + 1))).isFalse();
      }
      assertThat(log.consistency(300, 900).proves(log.rootAt(300), log.rootAt(900))).isTrue();
      LineProof proof = log.prove(899, now);
      assertThat(LineProof.parse(proof.bytes())).contains(proof);
    }
  }

  @Test
  void findsAmongTheLastLinesWhatWasAppendedBeforeACrash() {
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 600));
      assertThat(log.find(House.line(599), 1)).hasValue(599);
      assertThat(log.find(House.line(100), 500)).hasValue(100);
      assertThat(log.find(House.line(99), 500)).isEmpty();
      assertThat(log.find(House.line(0), 10_000)).hasValue(0);
      assertThat(log.find(House.line(600), 10_000)).isEmpty();
    }
  }

  @Test
  void refusesLinesThatNoBundleHolds() {
    try (LedgerLog log = open()) {
      assertThatThrownBy(() -> log.append(List.of(new byte[0x10000])))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> log.append(List.of(new byte[0]))).isInstanceOf(IllegalArgumentException.class);
      assertThat(log.append(List.of(new byte[0xffff])).size()).isEqualTo(1);
    }
  }

  @Test
  void keepsASecondCopyFromWhichTheFirstIsRestored() throws IOException {
    Checkpoint before;
    try (LedgerLog log = open()) {
      before = log.append(House.lines(0, 1000));
      log.publish(house.sign(before));
    }
    for (Path lost : List.of(place().folder(), place().second())) {
      deleteAll(lost);
      try (LedgerLog log = LedgerLog.open(place(), List.of(before))) {
        assertLines(log, 1000);
      }
      assertThat(verify(lost)).isInstanceOf(LedgerVerdict.Sound.class);
    }
  }

  @Test
  void readsFromTheOtherFolderWhatOneHasLostOrChanged() throws IOException {
    try (LedgerLog log = open()) {
      SignedNote note = house.sign(log.append(House.lines(0, 700)));
      log.tidy();
      flip(place().folder().resolve("tile/entries/000"), 100);
      Files.delete(place().folder().resolve("tile/0/001"));
      assertLines(log, 700);
      assertThat(log.prove(300, note).proves(House.line(300))).isTrue();
      flip(place().second().resolve("tile/entries/000"), 100);
      assertThatThrownBy(() -> log.lines(0, 1)).isInstanceOf(LedgerDamaged.class);
    }
  }

  @Test
  void refusesToOpenWhenNeitherFolderGivesTheLinesBack() throws IOException {
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 10));
    }
    Files.delete(place().folder().resolve("journal"));
    Files.createDirectories(place().folder().resolve("tile"));
    flip(place().second().resolve("journal"), 3);
    assertThatThrownBy(this::open).isInstanceOf(LedgerDamaged.class);
  }

  @Test
  void refusesAFolderOlderThanACheckpointThatWasShown() throws IOException {
    Path old = disk.resolve("old");
    Checkpoint shown;
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 300));
    }
    copyAll(place().folder(), old);
    try (LedgerLog log = open()) {
      shown = log.append(House.lines(300, 301));
    }
    replaceBoth(old);
    assertThatThrownBy(() -> LedgerLog.open(place(), List.of(shown))).isInstanceOf(LedgerOutdated.class);
    try (LedgerLog log = open()) {
      assertThat(log.size()).isEqualTo(300);
    }
  }

  @Test
  void refusesAFolderOlderThanItsOwnPublishedCheckpoint() throws IOException {
    Path old = disk.resolve("old");
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 300));
    }
    copyAll(place().folder(), old);
    try (LedgerLog log = open()) {
      log.publish(house.sign(log.append(House.lines(300, 301))));
    }
    Files.copy(place().folder().resolve("checkpoint"), old.resolve("checkpoint"));
    replaceBoth(old);
    assertThatThrownBy(this::open).isInstanceOf(LedgerOutdated.class);
  }

  @Test
  void bringsAnOldFolderUpToTheOther() throws IOException {
    Path old = disk.resolve("old");
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 300));
    }
    copyAll(place().folder(), old);
    try (LedgerLog log = open()) {
      log.append(House.lines(300, 1400));
    }
    deleteAll(place().folder());
    copyAll(old, place().folder());
    try (LedgerLog log = open()) {
      assertLines(log, 1400);
    }
    deleteAll(place().second());
    try (LedgerLog log = open()) {
      assertLines(log, 1400);
    }
  }

  @Test
  void refusesAnotherHistory() throws IOException {
    Checkpoint shown;
    try (LedgerLog log = open()) {
      shown = log.append(House.lines(0, 300));
    }
    deleteAll(place().folder());
    deleteAll(place().second());
    try (LedgerLog log = open()) {
      log.append(House.lines(1, 302));
    }
    assertThatThrownBy(() -> LedgerLog.open(place(), List.of(shown))).isInstanceOf(LedgerForked.class);
  }

  @Test
  void refusesFoldersOfDifferentHistories() throws IOException {
    try (LedgerLog log = open()) {
      log.append(House.lines(0, 300));
    }
    Path other = disk.resolve("other");
    copyAll(place().folder(), other);
    deleteAll(place().folder());
    deleteAll(place().second());
    try (LedgerLog log = open()) {
      log.append(House.lines(1, 302));
    }
    deleteAll(place().second());
    copyAll(other, place().second());
    assertThatThrownBy(this::open).isInstanceOf(LedgerForked.class);
  }

  @Test
  void opensOnceAtATime() {
    try (LedgerLog log = open()) {
      assertThatThrownBy(this::open).isInstanceOf(LedgerInUse.class);
      assertThat(log.size()).isZero();
    }
    open().close();
  }

  @Test
  void refusesTheFolderOfAnotherLog() {
    open().close();
    LogPlace other = new LogPlace(House.ORIGIN + "2", place().folder(), place().second());
    assertThatThrownBy(() -> LedgerLog.open(other, List.of())).isInstanceOf(LedgerDamaged.class);
  }

  @Test
  void publishesOnlyItsOwnHistoryAndNeverGoesBack() {
    try (LedgerLog log = open()) {
      SignedNote first = house.sign(log.append(House.lines(0, 5)));
      SignedNote second = house.sign(log.append(House.lines(5, 9)));
      Hash other = log.rootAt(8);
      for (Checkpoint foreign : List.of(new Checkpoint(House.ORIGIN, 9, other),
          new Checkpoint(House.ORIGIN, 10, other), new Checkpoint(House.NAME, 8, other))) {
        assertThatThrownBy(() -> log.publish(house.sign(foreign)))
            .isInstanceOf(IllegalArgumentException.class);
      }
      log.publish(second);
      log.publish(second);
      assertThatThrownBy(() -> log.publish(first)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void publishesWhatAnOutsiderVerifiesAtEverySize() throws IOException {
    try (LedgerLog log = open()) {
      for (int from = 0, step = 1; from < 700; from += step, step = step % 61 + 19) {
        SignedNote note = house.sign(log.append(House.lines(from, from + step)));
        log.append(House.lines(from + step, from + ++step));
        log.publish(note);
        assertThat(verify(place().folder())).isInstanceOf(LedgerVerdict.Sound.class);
        assertThat(verify(place().second())).isInstanceOf(LedgerVerdict.Sound.class);
      }
    }
    try (Stream<Path> files = Files.walk(place().folder().resolve("tile"))) {
      assertThat(files.filter(file -> file.toString().contains(".p/"))).hasSizeLessThanOrEqualTo(3);
    }
  }

  @Test
  void stopsAfterAFailedWriteAndLosesNothing() throws IOException {
    Checkpoint last;
    try (LedgerLog log = open()) {
      last = log.append(House.lines(0, 255));
      Path blocked = place().folder().resolve("tile");
      Files.write(blocked, new byte[1]);
      assertThatThrownBy(() -> log.append(House.lines(255, 256))).isInstanceOf(LedgerStopped.class);
      assertThatThrownBy(() -> log.append(House.lines(255, 256))).isInstanceOf(LedgerStopped.class);
      assertThatThrownBy(log::checkpoint).isInstanceOf(LedgerStopped.class);
      Files.delete(blocked);
    }
    try (LedgerLog log = LedgerLog.open(place(), List.of(last))) {
      assertThat(log.lines(0, 300)).containsExactlyElementsOf(House.lines(0, 256));
    }
  }

  private LedgerVerdict verify(Path folder) {
    return new LedgerVerifier(house.trust()).verify(folder, List.of());
  }

  private LogPlace place() {
    return new LogPlace(House.ORIGIN, disk.resolve("first"), disk.resolve("second"));
  }

  private LedgerLog open() {
    return LedgerLog.open(place(), List.of());
  }

  private void replaceBoth(Path old) throws IOException {
    for (Path folder : List.of(place().folder(), place().second())) {
      deleteAll(folder);
      copyAll(old, folder);
    }
  }

  static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }

  static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void flip(Path file, int at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int old = bytes.read();
      bytes.seek(at);
      bytes.write(old ^ 1);
    }
  }
}
