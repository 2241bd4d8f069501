package io.safehand.stolen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for many byte strings, of 8 bytes or more, at every place of every file below a folder. */
final class BytesInFiles {
  private static final int FIRST = 8;
  private static final int FILTER_BITS = 24;
  private final BitSet filter = new BitSet(1 << FILTER_BITS);
  private final Map<Long, List<ByteBuffer>> wanted = new HashMap<>();

  BytesInFiles(Iterable<ByteBuffer> strings) {
    strings.forEach(bytes -> {
      filter.set(hash(bytes.getLong(0)));
      wanted.computeIfAbsent(bytes.getLong(0), first -> new ArrayList<>()).add(bytes);
    });
  }

  private static int hash(long first) {
    return (int) (first * 0x9e3779b97f4a7c15L >>> Long.SIZE - FILTER_BITS);
  }

  /** Those that were found, whatever the file. */
  Set<ByteBuffer> foundBelow(Path folder) throws IOException {
    Set<ByteBuffer> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> search(file, found));
    }
    return found;
  }

  private void search(Path file, Set<ByteBuffer> found) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      long last = 0;
      for (int at = 0; at < bytes.limit(); at++) {
        last = last << 8 | bytes.get(at) & 0xff;
        if (at >= FIRST - 1 && filter.get(hash(last))) {
          compare(bytes, at - FIRST + 1, last, found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compare(ByteBuffer bytes, int from, long first, Set<ByteBuffer> found) {
    for (ByteBuffer string : wanted.getOrDefault(first, List.of())) {
      if (from + string.capacity() <= bytes.limit() && bytes.slice(from, string.capacity()).equals(string)) {
        found.add(string);
      }
    }
  }
}
