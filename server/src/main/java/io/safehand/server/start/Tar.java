package io.safehand.server.start;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Unpacks a ustar archive of files, folders and links. Refuses other entries and paths that leave the target. */
final class Tar {
  private static final int BLOCK = 512;

  private final InputStream archive;
  private final Path target;

  Tar(InputStream archive, Path target) {
    this.archive = archive;
    this.target = target.normalize();
  }

  void unpack() throws IOException {
    for (byte[] header = archive.readNBytes(BLOCK); header.length == BLOCK
        && header[0] != 0; header = archive.readNBytes(BLOCK)) {
      entry(header);
    }
    archive.skip(Long.MAX_VALUE);
  }

  private void entry(byte[] header) throws IOException {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    Path path = inside(target.resolve(prefix.isEmpty() ? name : prefix + "/" + name));
    long size = Long.parseLong(text(header, 124, 12).strip(), 8);
    switch (header[156]) {
      case '5' -> Files.createDirectories(path);
      case '0', 0 -> file(path, size, Integer.parseInt(text(header, 100, 8).strip(), 8));
      case '2' -> link(path, text(header, 157, 100));
      default -> throw new IOException("unexpected entry in the archive: " + name);
    }
  }

  private void file(Path path, long size, int mode) throws IOException {
    Files.createDirectories(path.resolveSibling(""));
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[1 << 16];
      for (long left = size; left > 0;) {
        int read = archive.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("the archive ends inside " + path.getFileName());
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    Files.setPosixFilePermissions(path,
        PosixFilePermissions.fromString((mode & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
    archive.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
  }

  private void link(Path path, String destination) throws IOException {
    inside(path.resolveSibling(destination));
    Files.createDirectories(path.resolveSibling(""));
    Files.createSymbolicLink(path, Path.of(destination));
  }

  private Path inside(Path path) throws IOException {
    if (!path.normalize().startsWith(target)) {
      throw new IOException("a path leaves the archive: " + path);
    }
    return path.normalize();
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
