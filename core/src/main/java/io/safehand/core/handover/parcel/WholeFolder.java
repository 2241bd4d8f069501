package io.safehand.core.handover.parcel;

import io.safehand.core.disk.Syncing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder that appears whole or not at all: it is filled beside its place under another name, then renamed. */
public final class WholeFolder {
  private final Path target;
  private final Path partial;

  /** @param target the place; the folder above it must exist */
  public WholeFolder(Path target) {
    this.target = target.toAbsolutePath();
    this.partial = this.target.resolveSibling(this.target.getFileName() + ".partial");
  }

  /** Begins anew; what an earlier attempt left under the partial name is removed. */
  public Path begin() throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    remove();
    Files.createDirectory(partial);
    return partial;
  }

  /** Makes the partial folder durable and gives it its name. */
  public Path finish() throws IOException {
    for (Path folder : below(Files::isDirectory)) {
      Syncing.folder(folder);
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    Path above = target.getParent();
    if (above != null) {
      Syncing.folder(above);
    }
    return target;
  }

  /** Removes the partial folder and everything in it. */
  public void remove() throws IOException {
    if (Files.exists(partial)) {
      for (Path each : below(path -> true)) {
        Files.delete(each);
      }
    }
  }

  private List<Path> below(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.walk(partial)) {
      return all.filter(wanted).sorted(Comparator.reverseOrder()).toList();
    }
  }
}
