package io.safehand.server.start;

import java.io.IOException;
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

  private static boolean holds(Path file, String text) {
    String wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted);
    } catch (IOException gone) {
      return false;
    }
  }
}
