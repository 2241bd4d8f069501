package io.safehand.server.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data folder, held by this process alone as long as it is open. A folder that is not ours is never written to. */
public final class DataFolder implements AutoCloseable {
  private static final String MARKER = "safehand.folder";
  private static final String LOCK = ".lock";
  private static final String VERSION = "1";
  private static final String LEFT_BY_A_KILLED_SERVER = "running.json";
  private static final Set<String> HARMLESS = Set.of("safehand.properties", "lost+found");

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** @throws CannotStart when the folder is in use, is not ours, or cannot be made */
  public static DataFolder open(Path path) {
    try {
      Files.createDirectories(path,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      refuseForeign(path);
      DataFolder folder = new DataFolder(path, lock(path));
      Files.deleteIfExists(path.resolve(LEFT_BY_A_KILLED_SERVER));
      Files.writeString(path.resolve(MARKER), VERSION + "\n");
      return folder;
    } catch (IOException e) {
      throw new CannotStart(ExitCode.CANNOT_CREATE, "folder.cannot", path).because(e);
    }
  }

  /** Whether another process holds it; looking makes and changes nothing. Not for the process that holds it. */
  static boolean isHeld(Path path) {
    Path lock = path.resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** An empty folder becomes ours; settings, hidden files and a disk's lost+found do not count. */
  private static void refuseForeign(Path path) throws IOException {
    Path marker = path.resolve(MARKER);
    if (Files.exists(marker)) {
      String version = Files.readString(marker).strip();
      if (!version.equals(VERSION)) {
        throw new CannotStart(ExitCode.CONFIGURATION, "folder.layout", path, version, VERSION);
      }
      return;
    }
    try (Stream<Path> entries = Files.list(path)) {
      if (entries.map(entry -> entry.getFileName().toString())
          .anyMatch(name -> !name.startsWith(".") && !HARMLESS.contains(name))) {
        throw new CannotStart(ExitCode.CANNOT_CREATE, "folder.foreign", path);
      }
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new CannotStart(ExitCode.IN_USE, "folder.in-use", path);
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByUs) {
      return null;
    }
  }
}
