package io.safehand.server.base.keys;

import io.safehand.core.vault.root.ListedFolders;
import io.safehand.server.start.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The listed folders: roots in each, house secrets and checkpoints below. Made once, at the very first start. */
@Component
final class RootPlaces {
  private final List<Path> folders;

  RootPlaces(Settings settings) {
    folders = settings.rootFolders();
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
