package io.safehand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that is to become a data folder again. What does not belong to a data folder yet, settings and a disk's own
 * folder, may lie in it and stays.
 */
record HalfRestored(DataPlace place) {
  private static final Set<String> KEPT = Set.of("lost+found", DataPlace.SETTINGS);
  /** Written by a restore before anything else, and gone when it is done. */
  private static final Set<String> MARKS = Set.of("restore-half-done", "restoring");

  boolean isFit() throws IOException {
    return !Files.exists(place.path()) || Files.isDirectory(place.path()) && entries().isEmpty();
  }

  /** Empties it of a restore that was begun here and refused; of nothing else. */
  synchronized void undo() throws IOException {
    boolean begun = MARKS.stream().anyMatch(mark -> Files.exists(place.path().resolve(mark)));
    if (begun && !place.isHeld()) {
      for (Path entry : entries()) {
        remove(entry);
      }
    }
  }

  /** The marks last: until all is gone, nothing is served from here. */
  private List<Path> entries() throws IOException {
    try (Stream<Path> inside = Files.list(place.path())) {
      return inside.filter(entry -> !KEPT.contains(name(entry)))
          .sorted(Comparator.comparing(entry -> MARKS.contains(name(entry))))
          .toList();
    }
  }

  private static String name(Path entry) {
    return entry.getFileName().toString();
  }

  /** Roots are overwritten: an older one opens what was erased since. */
  private static void remove(Path entry) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(entry)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      if (each.toString().endsWith(".root")) {
        Files.write(each, new byte[(int) Files.size(each)], StandardOpenOption.WRITE,
            StandardOpenOption.DSYNC);
      }
      Files.delete(each);
    }
  }
}
