package io.safehand.core.vault.root;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Small files, each in every listed folder. A file is replaced as a whole or not at all in each folder, is durable in all
 * of them when a call returns, and is read back; erased means overwritten with zeros, then removed, each made durable.
 *
 * <p>Overwriting reaches what the file system writes in place; remnants on an SSD or in a snapshot are outside of it. A
 * folder that is missing is {@link RootFolderMissing} in every call; one that cannot be written, {@link
 * UncheckedIOException}, and the call may then be repeated. For one writer at a time.
 */
public final class ListedFolders {
  static final String UNFINISHED = ".tmp";
  private final List<Path> folders;
  private final Disk disk;

  /** @param folders at least one, existing; production wants two on different devices */
  public ListedFolders(List<Path> folders) {
    this(folders, new FileDisk());
  }

  ListedFolders(List<Path> folders, Disk disk) {
    if (folders.isEmpty()) {
      throw new IllegalArgumentException("at least one folder is listed");
    }
    this.folders = List.copyOf(folders);
    this.disk = disk;
  }

  public List<Path> folders() {
    return folders;
  }

  void put(String name, byte[] bytes) {
    requireAll();
    folders.forEach(folder -> put(folder, name, bytes));
  }

  void put(Path folder, String name, byte[] bytes) {
    Path unfinished = folder.resolve(name + UNFINISHED);
    Path file = folder.resolve(name);
    run(() -> {
      disk.write(unfinished, bytes);
      disk.sync(unfinished);
      disk.rename(unfinished, file);
      disk.syncFolder(folder);
      if (!Arrays.equals(disk.read(file), bytes)) {
        throw new CopyDiffers(file);
      }
    });
  }

  /** In every folder, also where it was only begun. */
  void erase(String name) {
    requireAll();
    for (Path folder : folders) {
      erase(folder, folder.resolve(name + UNFINISHED));
      erase(folder, folder.resolve(name));
    }
  }

  private void erase(Path folder, Path file) {
    run(() -> {
      if (disk.exists(file)) {
        disk.overwrite(file, new byte[disk.read(file).length]);
        disk.sync(file);
        disk.delete(file);
        disk.syncFolder(folder);
      }
    });
  }

  /** Erases what a crash left half written. */
  void eraseUnfinished() {
    requireAll();
    for (Path folder : folders) {
      names(folder).stream()
          .filter(name -> name.endsWith(UNFINISHED))
          .forEach(name -> erase(folder, folder.resolve(name)));
    }
  }

  Optional<byte[]> read(Path folder, String name) {
    Path file = folder.resolve(name);
    try {
      return disk.exists(file) ? Optional.of(disk.read(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names that any folder has. */
  SortedSet<String> names() {
    requireAll();
    SortedSet<String> names = new TreeSet<>();
    folders.forEach(folder -> names.addAll(names(folder)));
    return names;
  }

  private List<String> names(Path folder) {
    try {
      return disk.names(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void requireAll() {
    for (Path folder : folders) {
      if (!disk.isFolder(folder)) {
        throw new RootFolderMissing(folder);
      }
    }
  }

  private static void run(Steps steps) {
    try {
      steps.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Steps on the disk. */
  private interface Steps {
    void run() throws IOException;
  }
}
