package io.safehand.server.base.keys;

import io.safehand.core.disk.Syncing;
import io.safehand.core.vault.root.ListedFolders;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The listed folders: roots in each, house secrets and checkpoints below. Made once, at the very first start. */
@Component
final class RootPlaces {
  private static final String ADDED = "root-folder";

  private final Settings settings;
  private volatile List<Path> folders;

  RootPlaces(Settings settings) {
    this.settings = settings;
    folders = listed(settings);
  }

  /** Those of the settings, and the one that was named at the first start. */
  private static List<Path> listed(Settings settings) {
    List<Path> all = new ArrayList<>(settings.rootFolders());
    Path added = settings.dataFolder().resolve(ADDED);
    try {
      if (Files.exists(added)) {
        all.add(Path.of(Files.readString(added).strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of root folders cannot be read", e);
    }
    return List.copyOf(all);
  }

  /** Lists one more folder, also for later starts; empty when it is fit. For a house that is not yet made. */
  Optional<FirstStart.Why> add(Path another) {
    Path whole = another.toAbsolutePath().normalize();
    if (whole.startsWith(settings.dataFolder()) || settings.rootFolders().stream().anyMatch(whole::equals)) {
      return Optional.of(FirstStart.Why.FOLDER_NOT_APART);
    }
    try {
      Files.createDirectories(whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.delete(Files.createTempFile(whole, "trying", ""));
      Path file = settings.dataFolder().resolve(ADDED);
      Files.writeString(file, whole + "\n");
      Syncing.file(file);
      Syncing.folder(settings.dataFolder());
    } catch (IOException cannot) {
      return Optional.of(FirstStart.Why.FOLDER);
    }
    folders = listed(settings);
    return Optional.empty();
  }

  Path secondPlace() {
    return settings.secondPlace();
  }

  List<Path> paths() {
    return folders;
  }

  ListedFolders roots() {
    return new ListedFolders(folders);
  }

  ListedFolders secrets() {
    return below("house");
  }

  ListedFolders checkpoints() {
    return below("checkpoints");
  }

  /** Whether an earlier house left signed checkpoints here. */
  boolean holdCheckpoints() {
    return checkpoints().folders().stream().filter(Files::isDirectory).anyMatch(RootPlaces::hasFiles);
  }

  void make() {
    try {
      for (Path folder : Stream.of(roots(), secrets(), checkpoints())
          .flatMap(each -> each.folders().stream())
          .toList()) {
        Files.createDirectories(folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a root folder cannot be made", e);
    }
  }

  private ListedFolders below(String name) {
    return new ListedFolders(folders.stream().map(folder -> folder.resolve(name)).toList());
  }

  private static boolean hasFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
