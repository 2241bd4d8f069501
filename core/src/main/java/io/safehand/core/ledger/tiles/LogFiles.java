package io.safehand.core.ledger.tiles;

import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.tree.Tiling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a log, by their paths below its folder. */
public interface LogFiles {
  /** No file of a log is longer than a bundle of the longest lines. */
  int LONGEST = Tiling.WIDTH * (Short.BYTES + LedgerLine.LONGEST_BYTES);

  /** The whole file; empty if there is none, or one that is longer than any file of a log. */
  Optional<byte[]> read(String path);

  /** The files below this folder. A file that is there but cannot be read is an {@link UncheckedIOException}. */
  static LogFiles in(Path folder) {
    return path -> {
      try {
        Path file = folder.resolve(path);
        return Files.size(file) > LONGEST ? Optional.empty() : Optional.of(Files.readAllBytes(file));
      } catch (NoSuchFileException absent) {
        return Optional.empty();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }
}
