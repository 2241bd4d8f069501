package io.safehand.server.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** What lies on the disk, while other tests make and remove files of theirs. */
public final class OnDisk {
  private static final int PIECE_BYTES = 1 << 20;

  private OnDisk() {}

  /** Those of the files with this text in them. */
  public static List<Path> holding(String text) throws IOException {
    return files().stream().filter(file -> holds(file, text)).toList();
  }

  /** Every file of the tests of this JVM: the database and every folder. */
  public static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(TestCluster.disk(), new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
          files.add(file);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path gone, IOException why) {
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException why) {
        return FileVisitResult.CONTINUE;
      }
    });
    return files;
  }

  /** Piece by piece: the log of a test may be larger than the memory. */
  private static boolean holds(Path file, String text) {
    String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (InputStream from = Files.newInputStream(file)) {
      String end = "";
      byte[] piece = from.readNBytes(PIECE_BYTES);
      while (piece.length > 0) {
        String bytes = end + new String(piece, StandardCharsets.ISO_8859_1);
        if (bytes.contains(wanted)) {
          return true;
        }
        end = bytes.substring(Math.max(0, bytes.length() - wanted.length() + 1));
        piece = from.readNBytes(PIECE_BYTES);
      }
      return false;
    } catch (IOException gone) {
      return false;
    }
  }
}
