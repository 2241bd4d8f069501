package io.safehand.core.vault.root;

import io.safehand.core.disk.Syncing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The file system of the machine (POSIX). */
final class FileDisk implements Disk {
  private static final long LARGEST_BYTES = 1 << 20;

  @Override
  public boolean isFolder(Path folder) {
    return Files.isDirectory(folder);
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    if (Files.size(file) > LARGEST_BYTES) {
      throw new IOException(file + " is too large to be one of ours");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
    try (FileChannel to = FileChannel.open(file, options,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      writeFully(to, bytes);
    }
  }

  @Override
  public void overwrite(Path file, byte[] bytes) throws IOException {
    try (FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
      writeFully(to, bytes);
    }
  }

  private static void writeFully(FileChannel to, byte[] bytes) throws IOException {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    while (from.hasRemaining()) {
      to.write(from);
    }
  }

  @Override
  public void sync(Path file) throws IOException {
    Syncing.file(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    Syncing.folder(folder);
  }
}
