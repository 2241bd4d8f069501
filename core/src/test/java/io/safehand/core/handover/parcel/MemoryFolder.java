package io.safehand.core.handover.parcel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder in memory, so that tens of thousands of altered packages can be judged in seconds. */
final class MemoryFolder implements FolderContents {
  final SortedMap<String, byte[]> contents = new TreeMap<>();

  static MemoryFolder of(Path folder) throws IOException {
    MemoryFolder memory = new MemoryFolder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        memory.contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return memory;
  }

  MemoryFolder with(String name, byte[] content) {
    MemoryFolder other = new MemoryFolder();
    other.contents.putAll(contents);
    other.contents.put(name, content);
    return other;
  }

  /** Like this one until the file was read once; from then on it has the other content. */
  FolderContents thenWith(String name, byte[] content) {
    MemoryFolder first = this;
    Set<String> opened = new HashSet<>();
    return new FolderContents() {
      @Override
      public SortedMap<String, Long> files() {
        return first.files();
      }

      @Override
      public ReadableByteChannel open(String file) {
        boolean again = !opened.add(file) && file.equals(name);
        return again ? first.with(name, content).open(name) : first.open(file);
      }
    };
  }

  MemoryFolder without(String name) {
    MemoryFolder other = new MemoryFolder();
    other.contents.putAll(contents);
    other.contents.remove(name);
    return other;
  }

  byte[] get(String name) {
    byte[] content = contents.get(name);
    if (content == null) {
      throw new AssertionError("no " + name);
    }
    return content;
  }

  @Override
  public SortedMap<String, Long> files() {
    SortedMap<String, Long> files = new TreeMap<>();
    for (Map.Entry<String, byte[]> each : contents.entrySet()) {
      files.put(each.getKey(), (long) each.getValue().length);
    }
    return files;
  }

  @Override
  public ReadableByteChannel open(String name) {
    return Channels.newChannel(new ByteArrayInputStream(get(name)));
  }
}
