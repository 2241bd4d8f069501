package io.safehand.core.ledger.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The files of a log, by their paths below its folder. */
public interface LogFiles {
  /** The whole file; empty if there is none. */
  Optional<byte[]> read(String path);

  /** The files below this folder. A file that is there but cannot be read is an {@link UncheckedIOException}. */
  static LogFiles in(Path folder) {
    return path -> {
      try {
        return Optional.of(Files.readAllBytes(folder.resolve(path)));
      } catch (NoSuchFileException absent) {
        return Optional.empty();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    };
  }
}
