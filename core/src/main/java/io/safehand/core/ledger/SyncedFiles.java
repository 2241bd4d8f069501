package io.safehand.core.ledger;

import io.safehand.core.disk.Syncing;
import io.safehand.core.ledger.tiles.LogFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The files below one folder: some written now and made durable later, some durable and whole at once. */
final class SyncedFiles implements LogFiles {
  private static final String NEXT = ".next";
  private final Path folder;
  private final LogFiles files;
  private final Set<Path> unsynced = new LinkedHashSet<>();
  private final Set<Path> made = new LinkedHashSet<>();

  SyncedFiles(Path folder) {
    this.folder = folder;
    files = LogFiles.in(folder);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return files.read(path);
  }

  /** Durable after {@link #sync}. */
  void write(String path, byte[] bytes) {
    Path file = folder.resolve(path);
    try {
      make(file.resolveSibling(""));
      Files.write(file, bytes);
      unsynced.add(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void make(Path parent) throws IOException {
    if (made.add(parent)) {
      Files.createDirectories(parent);
    }
  }

  /** The old bytes or the new ones at every moment; durable on return. */
  void replace(String path, byte[] bytes) throws IOException {
    Path next = folder.resolve(path + NEXT);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
      ByteBuffer from = ByteBuffer.wrap(bytes);
      while (from.hasRemaining()) {
        channel.write(from);
      }
      Syncing.file(channel);
    }
    rename(next, path);
  }

  /** Gives a durable file its name, durably. */
  void rename(Path next, String path) throws IOException {
    Files.move(next, folder.resolve(path), StandardCopyOption.ATOMIC_MOVE);
    Syncing.folder(folder);
  }

  /** Where {@link #rename} takes a file from. */
  Path next(String path) {
    return folder.resolve(path + NEXT);
  }

  /** Removes a file, and its folder if nothing else is there. */
  void delete(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.deleteIfExists(file);
    unsynced.remove(file);
    try {
      Files.deleteIfExists(file.resolveSibling(""));
      made.remove(file.resolveSibling(""));
    } catch (DirectoryNotEmptyException stillUsed) {
      // another partial file of the same tile
    }
  }

  /** Makes every file written so far durable, and its name. */
  void sync() throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path file : unsynced) {
      Syncing.file(file);
      for (Path up = file.getParent(); up != null && up.startsWith(folder); up = up.getParent()) {
        folders.add(up);
      }
    }
    for (Path each : folders) {
      Syncing.folder(each);
    }
    unsynced.clear();
  }
}
