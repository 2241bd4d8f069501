package io.safehand.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of a demonstration, held by this process alone. Only one that carries the demonstration's own marker is ever
 * emptied, and never while another process uses it.
 */
final class DemoFolder implements AutoCloseable {
  private static final String MARKER = ".safehand-demo";
  private static final String UNFINISHED = ".safehand-unfinished";

  private final Path path;
  private final FileChannel marker;

  private DemoFolder(Path path, FileChannel marker) {
    this.path = path;
    this.marker = marker;
  }

  /** The folder, made if it is missing; refused when it holds anything of somebody else, or is in use. */
  static DemoFolder open(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    if (Files.exists(whole) && !Files.isDirectory(whole)) {
      throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-not-ours", whole);
    }
    if (Files.isDirectory(whole) && !isEmpty(whole) && !Files.exists(whole.resolve(MARKER))) {
      throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-not-ours", whole);
    }
    DemoFolder held = hold(whole);
    if (new DataPlace(whole).isHeld()) {
      held.close();
      throw new Refused(ExitCode.IN_USE, "demo.folder-in-use", whole);
    }
    return held;
  }

  private static DemoFolder hold(Path folder) throws IOException {
    FileChannel marker;
    try {
      Files.createDirectories(folder);
      marker = FileChannel.open(folder.resolve(MARKER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException cannot) {
      throw new Refused(ExitCode.CANNOT_CREATE, "demo.folder-cannot", folder);
    }
    if (marker.tryLock() == null) {
      marker.close();
      throw new Refused(ExitCode.IN_USE, "demo.folder-in-use", folder);
    }
    return new DemoFolder(folder, marker);
  }

  Path path() {
    return path;
  }

  /** Whether an import of this very request was stopped here. */
  boolean holdsUnfinished(String request) {
    try {
      List<String> note = Files.readAllLines(path.resolve(UNFINISHED));
      return !note.isEmpty() && note.getFirst().equals(request);
    } catch (IOException none) {
      return false;
    }
  }

  /** Removes everything but the marker. */
  void empty() throws IOException {
    List<Path> inside;
    try (Stream<Path> all = Files.walk(path)) {
      inside = all.filter(each -> !each.equals(path) && !each.equals(path.resolve(MARKER)))
          .sorted(Comparator.reverseOrder())
          .toList();
    }
    for (Path each : inside) {
      Files.delete(each);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  @Override
  public void close() throws IOException {
    marker.close();
  }
}
