package io.safehand.server.start;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must be as new as it can be when an older database is restored: the logs of the key trees and the ledger from the
 * second place, and one copy of the root folder. Copied while they are written to: every file is the beginning of what it
 * becomes, as after a crash, and the roots are those that belong to the logs.
 */
record CurrentFiles(Settings settings) {
  private static final String ROOTS = "roots";
  private static final int TRIES = 20;

  /** @throws CannotStart when roots change faster than they can be copied */
  void copyTo(Path folder) throws IOException {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      remove(folder);
      Files.createDirectories(folder);
      if (copied(folder)) {
        return;
      }
    }
    throw new CannotStart(ExitCode.IN_USE, "backup.busy");
  }

  /** False when a root was drawn or erased, or a file replaced, meanwhile. */
  private boolean copied(Path folder) throws IOException {
    Path roots = settings.rootFolders().getFirst();
    Set<String> before = names(roots);
    try {
      copy(roots, folder.resolve(ROOTS));
      copy(settings.secondPlace().resolve("trees"), folder.resolve("trees"));
      copy(settings.secondPlace().resolve("ledger"), folder.resolve("ledger"));
    } catch (NoSuchFileException meanwhile) {
      return false;
    }
    return before.equals(names(roots));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path each : all) {
      Path target = to.resolve(from.relativize(each).toString());
      if (Files.isDirectory(each)) {
        Files.createDirectories(target);
      } else {
        Files.copy(each, target);
      }
    }
  }

  /** Overwrites roots before they are removed: an older one opens what was erased since. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      if (each.toString().endsWith(".root")) {
        overwrite(each);
      }
      Files.delete(each);
    }
  }

  private static void overwrite(Path file) throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rwd")) {
      content.write(new byte[(int) content.length()]);
    }
  }

  /** Puts them where the settings say; a second place that is still there is newer than its copy and stays. */
  void restoreFrom(Path folder) throws IOException {
    Path second = settings.secondPlace();
    if (!Files.isDirectory(second.resolve("trees"))) {
      copy(folder.resolve("trees"), second.resolve("trees"));
      copy(folder.resolve("ledger"), second.resolve("ledger"));
    }
    if (settings.rootFolders().stream().noneMatch(Files::isDirectory)) {
      copy(folder.resolve(ROOTS), settings.rootFolders().getFirst());
    }
  }
}
