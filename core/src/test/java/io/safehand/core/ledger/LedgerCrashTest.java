package io.safehand.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.ledger.tree.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash or a loss of power may leave of the last append: the log opens before it or after it, never else. */
class LedgerCrashTest {
  private static final int BEFORE = 511;
  private static final int AFTER = 513;
  private final House house = new House();
  private Checkpoint before = new Checkpoint(House.ORIGIN, 0, new Hashing().empty());
  private Checkpoint after = before;
  private byte[] journalBefore = new byte[0];
  private byte[] journalAfter = new byte[0];

  @TempDir
  private Path disk;

  /** The append crosses a tile, and nothing is closed. */
  @BeforeEach
  void appendTwice() throws IOException {
    try (LedgerLog log = LedgerLog.open(place("live"), List.of())) {
      before = log.append(House.lines(0, BEFORE));
      copy("live", "before");
      after = log.append(House.lines(BEFORE, AFTER));
      copy("live", "after");
    }
    journalBefore = Files.readAllBytes(place("before").folder().resolve("journal"));
    journalAfter = Files.readAllBytes(place("after").folder().resolve("journal"));
  }

  @Test
  void opensBeforeOrAfterAnAppendThatWasTorn() throws IOException {
    int start = Arrays.mismatch(journalBefore, journalAfter);
    int end = journalAfter.length;
    while (journalAfter[end - 1] == 0) {
      end--;
    }
    for (int cut = start; cut < end; cut += 4) {
      tear(Arrays.copyOf(Arrays.copyOf(journalAfter, cut), journalAfter.length));
      assertOpens(before);
      tear(Arrays.copyOf(journalAfter, cut));
      assertOpens(before);
      byte[] endOnly = journalBefore.clone();
      System.arraycopy(journalAfter, cut + 1, endOnly, cut + 1, journalAfter.length - cut - 1);
      tear(endOnly);
      assertOpens(before);
    }
    tear(Arrays.copyOf(journalAfter, end));
    assertOpens(after);
  }

  private void tear(byte[] journal) throws IOException {
    for (Path folder : List.of(place("torn").folder(), place("torn").second())) {
      if (Files.exists(folder)) {
        LedgerLogTest.deleteAll(folder);
      }
    }
    copy("before", "torn");
    Files.write(place("torn").folder().resolve("journal"), journal);
  }

  private void assertOpens(Checkpoint expected) {
    try (LedgerLog log = LedgerLog.open(place("torn"), List.of(before))) {
      assertThat(log.checkpoint()).isEqualTo(expected);
    }
  }

  @Test
  void keepsAnAppendThatReachedOneFolder() throws IOException {
    copy("before", "torn");
    LedgerLogTest.deleteAll(place("torn").second());
    LedgerLogTest.copyAll(place("after").second(), place("torn").second());
    assertOpens(after);
    try (LedgerLog log = LedgerLog.open(place("torn"), List.of(after))) {
      assertThat(log.find(House.line(AFTER - 1), 10)).hasValue(AFTER - 1);
      assertThat(log.lines(0, AFTER)).containsExactlyElementsOf(House.lines(0, AFTER));
    }
  }

  @Test
  void refusesToForgetAnAppendThatWasShown() throws IOException {
    tear(Arrays.copyOf(journalAfter, Arrays.mismatch(journalBefore, journalAfter) + 40));
    assertThatThrownBy(() -> LedgerLog.open(place("torn"), List.of(after)))
        .isInstanceOf(LedgerOutdated.class);
    assertOpens(before);
  }

  @Test
  void appendsTheSameRowsAgainToTheSameRoot() throws IOException {
    tear(Arrays.copyOf(journalAfter, Arrays.mismatch(journalBefore, journalAfter) + 100));
    try (LedgerLog log = LedgerLog.open(place("torn"), List.of(before))) {
      assertThat(log.append(House.lines(BEFORE, AFTER))).isEqualTo(after);
    }
    assertOpens(after);
  }

  @Test
  void makesTilesAgainThatWereNeverSynced() throws IOException {
    for (byte[] left : List.of(new byte[0], new byte[8192], new byte[5])) {
      deleteTorn();
      copy("after", "torn");
      for (Path folder : List.of(place("torn").folder(), place("torn").second())) {
        try (Stream<Path> files = Files.walk(folder.resolve("tile"))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            Files.write(file, left);
          }
        }
      }
      assertOpens(after);
      try (LedgerLog log = LedgerLog.open(place("torn"), List.of(after))) {
        assertThat(log.lines(0, AFTER)).containsExactlyElementsOf(House.lines(0, AFTER));
      }
    }
  }

  @Test
  void ignoresWhatACrashLeftOfANewJournalOrCheckpoint() throws IOException {
    copy("after", "torn");
    for (String name : List.of("journal.next", "checkpoint.next")) {
      Files.write(place("torn").folder().resolve(name), Arrays.copyOf(journalAfter, 50));
    }
    assertOpens(after);
  }

  @Test
  void showsAVerifiableLogAgainAfterPartialFilesWereLost() throws IOException {
    try (LedgerLog log = LedgerLog.open(place("after"), List.of())) {
      SignedNote note = house.sign(log.checkpoint());
      log.publish(note);
      copy("after", "torn");
    }
    try (Stream<Path> files = Files.walk(place("torn").folder().resolve("tile"))) {
      for (Path file : files.filter(file -> file.toString().contains(".p/")).toList()) {
        Files.delete(file);
      }
    }
    assertOpens(after);
    assertThat(new LedgerVerifier(house.trust()).verify(place("torn").folder(), List.of(before, after)))
        .isInstanceOf(LedgerVerdict.Sound.class);
  }

  /** A crash can happen between any two files of a settling: each file is then of the old state or of the new. */
  @Test
  void opensFromEveryMixtureOfTheStatesBeforeAndAfterSettling() throws IOException {
    copy("after", "settled");
    LedgerLog.open(place("settled"), List.of()).close();
    Map<String, byte[]> settled = read(place("settled").folder());
    for (String journal : List.of("after", "settled")) {
      for (String without : settled.keySet()) {
        deleteTorn();
        copy("settled", "torn");
        Path first = place("torn").folder();
        Files.copy(place(journal).folder().resolve("journal"), first.resolve("journal"),
            StandardCopyOption.REPLACE_EXISTING);
        Files.delete(first.resolve(without));
        assertOpens(after);
      }
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private void deleteTorn() throws IOException {
    if (Files.exists(disk.resolve("torn"))) {
      LedgerLogTest.deleteAll(disk.resolve("torn"));
    }
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectories(disk.resolve(to));
    LedgerLogTest.copyAll(place(from).folder(), place(to).folder());
    LedgerLogTest.copyAll(place(from).second(), place(to).second());
  }

  private LogPlace place(String name) {
    return new LogPlace(House.ORIGIN, disk.resolve(name).resolve("first"),
        disk.resolve(name).resolve("second"));
  }
}
