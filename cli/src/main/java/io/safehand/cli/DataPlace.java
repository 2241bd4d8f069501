package io.safehand.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data folder of a server, as seen from outside of it. */
record DataPlace(Path path) {
  static final String SETTINGS = "safehand.properties";
  private static final String LOCK = ".lock";

  /** The folder that was named, else {@code safehand} where the user's programs keep data. */
  static DataPlace of(@Nullable Path named) {
    return of(named, System.getenv(), System.getProperty("user.home", ""));
  }

  static DataPlace of(@Nullable Path named, Map<String, String> environment, String home) {
    if (named != null) {
      return new DataPlace(named.toAbsolutePath().normalize());
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    if (!data.isBlank()) {
      return new DataPlace(Path.of(data, "safehand").toAbsolutePath());
    }
    if (home.isBlank() || home.equals("?")) {
      throw new Refused(ExitCode.USAGE, "data.no-home");
    }
    return new DataPlace(Path.of(home, ".local", "share", "safehand").toAbsolutePath());
  }

  /** Where its settings are looked for, in Spring's words. */
  String settings() {
    return "optional:file:" + path.resolve(SETTINGS);
  }

  /** Whether a server holds it; one may outlive the command that started it. */
  boolean isHeld() throws IOException {
    Path lock = path.resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      FileLock taken = channel.tryLock();
      return taken == null;
    }
  }
}
