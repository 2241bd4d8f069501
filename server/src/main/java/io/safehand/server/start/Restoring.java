package io.safehand.server.start;

import io.safehand.core.json.JsonRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A start from a backup into an empty data folder: everything is verified before anything is written; a folder that was
 * begun and not finished is never served.
 */
record Restoring(Settings settings) {
  private static final String HALF = "restore-half-done";
  private static final String DECIDED = "restoring";

  /** Before the data folder is made or written to: whether the backup is whole and the passphrase opens it. */
  void refuseUnfit() throws IOException {
    if (Files.exists(settings.dataFolder().resolve(HALF))) {
      throw new CannotStart(ExitCode.UNAVAILABLE, "restore.half", settings.dataFolder());
    }
    if (settings.restoreFrom() != null) {
      refuseUsed();
      new Manifest(copy(backup())).verify();
      new Manifest(current()).verify();
      new BackedUpRoots(current().resolve("roots")).requireOpenWith(settings.unseal());
    }
  }

  /** Before the database is made. */
  void files() throws IOException {
    if (settings.restoreFrom() != null) {
      Files.writeString(settings.dataFolder().resolve(HALF), "");
      new CurrentFiles(settings).restoreFrom(current());
    }
  }

  private Path backup() {
    return Path.of(String.valueOf(settings.restoreFrom())).toAbsolutePath().normalize();
  }

  private Path current() {
    return backup().resolve("current");
  }

  /** Into the database, before its schemas are brought up to date. */
  void rows(RunningDatabase database) throws IOException, SQLException {
    if (settings.restoreFrom() == null) {
      return;
    }
    try {
      EmbeddedPostgres embedded = database.embedded();
      new TableCopies(embedded.address()).read(copy(backup()), embedded.loader());
    } catch (JsonRefused | ClassCastException unknown) {
      throw new CannotStart(ExitCode.DATA, "restore.newer").because(unknown);
    }
    Files.writeString(settings.dataFolder().resolve(DECIDED), String.join("+", settings.restore()) + "\n");
    Files.delete(settings.dataFolder().resolve(HALF));
  }

  private void refuseUsed() {
    if (settings.database().url() != null) {
      throw new CannotStart(ExitCode.CONFIGURATION, "backup.own-database");
    }
    if (Files.exists(settings.dataFolder().resolve("postgresql"))) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "restore.used", settings.dataFolder());
    }
  }

  /** The copy that was asked for, else the newest. */
  private Path copy(Path backup) throws IOException {
    if (!Files.exists(backup.resolve(Backups.MARKER))) {
      throw new CannotStart(ExitCode.NO_INPUT, "restore.none", backup);
    }
    Optional<Path> newest = Optional.empty();
    if (Files.isDirectory(backup.resolve("copies"))) {
      try (Stream<Path> copies = Files.list(backup.resolve("copies"))) {
        newest = copies.filter(each -> isWanted(each.getFileName().toString()))
            .max(Comparator.naturalOrder());
      }
    }
    return newest.orElseThrow(() -> new CannotStart(ExitCode.NO_INPUT, "restore.none", backup));
  }

  private boolean isWanted(String name) {
    return settings.restoreCopy() == null || name.equals(settings.restoreCopy());
  }
}
