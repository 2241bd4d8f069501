package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a demonstration. Only one that carries the demonstration's own marker is ever emptied. */
final class DemoFolder {
  private static final String MARKER = ".safehand-demo";

  private DemoFolder() {}

  /** The folder, empty but for the marker; refuses one that holds anything of somebody else. */
  static Path prepared(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    if (Files.exists(whole) && !Files.isDirectory(whole)) {
      throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-not-ours", whole);
    }
    if (Files.isDirectory(whole) && !isEmpty(whole)) {
      if (!Files.exists(whole.resolve(MARKER))) {
        throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-not-ours", whole);
      }
      empty(whole);
    }
    try {
      Files.createDirectories(whole);
      Files.writeString(whole.resolve(MARKER), "made by safehand demo; emptied by the next one\n");
    } catch (IOException cannot) {
      throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-not-ours", whole);
    }
    return whole;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void empty(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(folder)) {
      inside = all.filter(path -> !path.equals(folder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
