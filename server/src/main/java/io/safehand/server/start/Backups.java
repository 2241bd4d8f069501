package io.safehand.server.start;

import io.safehand.core.disk.Syncing;
import io.safehand.core.vault.root.UnsealMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Backups of a running server into a folder of its own: {@code copies/<time>} has the database, sealed as it is; {@code
 * current} has key trees, ledger and root slots as they were last, of one time only, because an older state of them would
 * open what was erased since. Needs no key, so a sealed server is backed up too. May be used by many threads.
 */
public final class Backups {
  static final String MARKER = "safehand.backup";
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'")
      .withZone(ZoneOffset.UTC);

  private final Settings settings;
  private final RunningDatabase database;
  private final Clock clock;
  private final ReentrantLock one = new ReentrantLock();

  Backups(Settings settings, RunningDatabase database, Clock clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A backup that is durable.
   *
   * @param name by which a restore can ask for it
   */
  public record Backup(String name, long bytes) {}

  /** @throws CannotStart when the folder is not ours, a backup is under way, or the server's is not ours to back up */
  public Backup write(Path folder) throws IOException, SQLException {
    refuseUnfit(folder);
    if (!one.tryLock()) {
      throw new CannotStart(ExitCode.IN_USE, "backup.under-way");
    }
    try {
      return writeAlone(folder);
    } finally {
      one.unlock();
    }
  }

  /** The database first: what else is copied is then as new as it, or newer, which is what a restore needs. */
  private Backup writeAlone(Path folder) throws IOException, SQLException {
    begin(folder);
    String name = NAME.format(clock.instant());
    Path making = folder.resolve("making");
    CurrentFiles.remove(making);
    Files.createDirectories(making);
    new TableCopies(database.address()).write(making);
    long bytes = new Manifest(making).write() + replaceCurrent(folder);
    Path copies = Files.createDirectories(folder.resolve("copies"));
    Files.move(making, copies.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    Syncing.folder(copies);
    return new Backup(name, bytes);
  }

  private long replaceCurrent(Path folder) throws IOException {
    Path next = folder.resolve("next");
    new CurrentFiles(settings).copyTo(next);
    long bytes = new Manifest(next).write();
    CurrentFiles.remove(folder.resolve("current"));
    Files.move(next, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
    Syncing.folder(folder);
    return bytes;
  }

  private void refuseUnfit(Path folder) {
    if (settings.database().url() != null) {
      throw new CannotStart(ExitCode.CONFIGURATION, "backup.own-database");
    }
    if (settings.unseal().mode() == UnsealMode.S0) {
      throw new CannotStart(ExitCode.CONFIGURATION, "backup.key-file");
    }
    if (folder.startsWith(settings.dataFolder()) || settings.dataFolder().startsWith(folder)) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "backup.inside", folder);
    }
  }

  private static void begin(Path folder) throws IOException {
    try {
      Files.createDirectories(folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!Files.exists(folder.resolve(MARKER))) {
        refuseForeign(folder);
        Files.writeString(folder.resolve(MARKER), "1\n");
      }
    } catch (IOException cannot) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "backup.cannot", folder).because(cannot);
    }
  }

  private static void refuseForeign(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.anyMatch(file -> !file.endsWith("lost+found"))) {
        throw new CannotStart(ExitCode.CANNOT_CREATE, "backup.foreign", folder);
      }
    }
  }
}
