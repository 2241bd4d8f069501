package io.safehand.core.custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.tree.SealedPage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One bit of one file, or of one key page in the database, is another one. Either the start is refused, or everything
 * promised is there: never another key than was sealed, never somebody or a line missing in silence.
 *
 * <p>Some hundred flips; with {@code -Dsafehand.faults=all} (profile {@code faults}) ten thousand.
 */
class BitFlipsTest {
  private static final int FLIPS = "all".equals(System.getProperty("safehand.faults")) ? 10_000 : 300;
  private static final int PAGES_OF = 4;
  private final Random dice = new Random(20_261_124);

  private Path folder = Path.of(".");

  /** In memory where there is such a place, since every start syncs. */
  @BeforeEach
  void work() throws IOException {
    Path memory = Path.of("/dev/shm");
    folder = Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "safehand-flips-")
        : Files.createTempDirectory("safehand-flips-");
    DiskHouse.prepare(good());
    new DiskWork(good()).run();
    new DiskAfterFault(good()).require();
  }

  @AfterEach
  void removeAll() {
    remove(folder);
  }

  private Path good() {
    return folder.resolve("good");
  }

  @Test
  void aFlippedBitIsMendedOrRefused() throws IOException {
    List<Path> files = files();
    int mended = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      Path copy = folder.resolve("copy");
      copyAll(good(), copy);
      String where = flip % PAGES_OF == 0 ? flipPage(copy) : flipFile(copy, files.get(flip % files.size()));
      mended += isMended(copy, where) ? 1 : 0;
      remove(copy);
    }
    assertThat(mended).as("mended from the other copy").isPositive();
    assertThat(FLIPS - mended).as("refused").isPositive();
  }

  private static boolean isMended(Path copy, String where) {
    try {
      new DiskAfterFault(copy).requirePromises();
      return true;
    } catch (IOException | RuntimeException refused) {
      return false;
    } catch (AssertionError lost) {
      throw new AssertionError("a flipped bit in " + where + " was not noticed", lost);
    }
  }

  /** All files of ours, relative to the house; not the database, whose pages are flipped for themselves. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(good())) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.equals(good().resolve(file.getFileName())) && !file.endsWith("lock")
              && file.toFile().length() > 0)
          .map(file -> good().relativize(file))
          .sorted()
          .toList();
    }
  }

  private String flipFile(Path copy, Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(copy.resolve(file).toFile(), "rw")) {
      long bit = dice.nextLong(8 * used(bytes));
      bytes.seek(bit / 8);
      int old = bytes.read();
      bytes.seek(bit / 8);
      bytes.write(old ^ 1 << bit % 8);
      return file + " bit " + bit;
    }
  }

  /** A journal is filled with zeros ahead of its use: up to where the last byte lies, and a little beyond. */
  private static long used(RandomAccessFile file) throws IOException {
    byte[] all = new byte[Math.toIntExact(file.length())];
    file.readFully(all);
    int end = all.length;
    while (end > 1 && all[end - 1] == 0) {
      end--;
    }
    return Math.min(all.length, end + 8);
  }

  private String flipPage(Path copy) {
    MappedCustody database = new MappedCustody(copy.resolve("database"));
    List<SealedPage> pages = new ArrayList<>(database.stored().pages());
    pages.sort(Comparator.comparing(page -> page.address().toString()));
    SealedPage page = pages.get(dice.nextInt(pages.size()));
    database.together(custody -> {
      custody.pages().put(List.of(flipped(page)));
      return page;
    });
    return "page " + page.address();
  }

  private SealedPage flipped(SealedPage page) {
    int part = dice.nextInt(20);
    byte[] sealed = page.sealed().clone();
    KeyId key = page.pageKey();
    long version = page.version();
    switch (part) {
      case 0 -> key = new KeyId(key.high() ^ 1L << dice.nextInt(64), key.low());
      case 1 -> version ^= 1L << dice.nextInt(8);
      default -> sealed[dice.nextInt(sealed.length)] ^= (byte) (1 << dice.nextInt(8));
    }
    return new SealedPage(page.address(), page.suite(), key, version, sealed);
  }

  private static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
