package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder on disk, listed once. Symbolic links are refused: what they point at may change. */
public final class DiskFolder implements FolderContents {
  private final Path folder;
  private final SortedMap<String, Long> files;

  public DiskFolder(Path folder) throws IOException {
    this.folder = folder;
    this.files = list(folder);
  }

  @Override
  public SortedMap<String, Long> files() {
    return files;
  }

  @Override
  public ReadableByteChannel open(String name) throws IOException {
    return FileChannel.open(folder.resolve(name), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }

  private static SortedMap<String, Long> list(Path folder) throws IOException {
    SortedMap<String, Long> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) below::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          files.put(name, Files.size(path));
        } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new HandoverRefused(Fault.FILE_UNKNOWN, name);
        }
      }
    }
    return files;
  }
}
