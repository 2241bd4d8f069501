package io.safehand.core.detect.sheet;

import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a zip file by their names in lower case, read through its central directory, so that nothing between the
 * parts counts. Refuses ({@code sheet.damaged}) a directory past 4 MiB, two parts of one name, an encrypted part, and a
 * part that is neither stored nor deflated.
 */
final class ZipFolder {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LARGE_PLACE = 0x07064b50;
  private static final int LARGE_PLACE_BYTES = 20;
  private static final int LARGE_END_BYTES = 56;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int MOST_DIRECTORY_BYTES = 1 << 22;
  private static final long ELSEWHERE = 0xFFFFFFFFL;
  private final SourceBytes file;
  private final Map<String, Part> parts = new HashMap<>();

  record Part(boolean deflated, long crc, long packedBytes, long bytes, long at) {}

  private ZipFolder(SourceBytes file) {
    this.file = file;
  }

  static ZipFolder open(SourceBytes file) throws IOException {
    ZipFolder folder = new ZipFolder(file);
    try (SeekableByteChannel channel = file.open()) {
      folder.readDirectory(channel);
    }
    return folder;
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** The part in clear, guarded against what swells without end; empty when there is none of this name. */
  Optional<InputStream> part(String name) throws IOException {
    Part part = parts.get(name);
    return part == null ? Optional.empty() : Optional.of(stream(part));
  }

  private InputStream stream(Part part) throws IOException {
    SeekableByteChannel channel = file.open();
    try {
      ByteBuffer local = bytes(channel, part.at(), LOCAL_BYTES);
      require(local.getInt(0) == LOCAL);
      long data = part.at() + LOCAL_BYTES + unsigned(local, 26) + unsigned(local, 28);
      return new PartStream(channel.position(data), part);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void readDirectory(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    int tail = (int) Math.min(size, END_BYTES + 0xFFFFL);
    ByteBuffer end = bytes(channel, size - tail, tail);
    int at = tail - END_BYTES;
    while (at >= 0 && end.getInt(at) != END) {
      at--;
    }
    require(at >= 0);
    long length = Integer.toUnsignedLong(end.getInt(at + 12));
    long place = Integer.toUnsignedLong(end.getInt(at + 16));
    if (length == ELSEWHERE || place == ELSEWHERE || unsigned(end, at + 10) == 0xFFFF) {
      ByteBuffer large = largeEnd(channel, size - tail + at);
      length = large.getLong(40);
      place = large.getLong(48);
    }
    require(length >= 0 && length <= MOST_DIRECTORY_BYTES && place >= 0);
    readEntries(bytes(channel, place, (int) length));
  }

  private static ByteBuffer largeEnd(SeekableByteChannel channel, long end) throws IOException {
    ByteBuffer pointer = bytes(channel, end - LARGE_PLACE_BYTES, LARGE_PLACE_BYTES);
    require(pointer.getInt(0) == LARGE_PLACE);
    return bytes(channel, pointer.getLong(8), LARGE_END_BYTES);
  }

  private void readEntries(ByteBuffer directory) {
    int at = 0;
    while (at < directory.limit()) {
      require(at + 46 <= directory.limit() && directory.getInt(at) == ENTRY);
      int name = unsigned(directory, at + 28);
      int extra = unsigned(directory, at + 30);
      int next = at + 46 + name + extra + unsigned(directory, at + 32);
      require(next <= directory.limit());
      String path = new String(directory.array(), at + 46, name, StandardCharsets.UTF_8);
      require(parts.put(path.replace('\\', '/').toLowerCase(Locale.ROOT),
          part(directory, at, at + 46 + name, extra)) == null);
      at = next;
    }
  }

  private static Part part(ByteBuffer directory, int at, int extraAt, int extraBytes) {
    int method = unsigned(directory, at + 10);
    require((unsigned(directory, at + 8) & 1) == 0 && (method == 0 || method == 8));
    long[] numbers = {Integer.toUnsignedLong(directory.getInt(at + 24)),
      Integer.toUnsignedLong(directory.getInt(at + 20)), Integer.toUnsignedLong(directory.getInt(at + 42))};
    ByteBuffer extra = directory.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    extra.limit(extraAt + extraBytes).position(extraAt);
    readLarge(extra, numbers);
    require(numbers[0] >= 0 && numbers[1] >= 0 && numbers[2] >= 0);
    return new Part(method == 8, Integer.toUnsignedLong(directory.getInt(at + 16)), numbers[1], numbers[0],
        numbers[2]);
  }

  /** Sizes and places past four gigabytes stand behind the name, in the order in which they are missing. */
  private static void readLarge(ByteBuffer extra, long[] numbers) {
    while (extra.remaining() >= 4) {
      int id = Short.toUnsignedInt(extra.getShort());
      int end = extra.position() + 2 + Short.toUnsignedInt(extra.getShort(extra.position()));
      extra.getShort();
      require(end <= extra.limit());
      for (int i = 0; id == 1 && i < numbers.length; i++) {
        if (numbers[i] == ELSEWHERE && extra.position() + 8 <= end) {
          numbers[i] = extra.getLong();
        }
      }
      extra.position(end);
    }
  }

  private static ByteBuffer bytes(SeekableByteChannel channel, long from, int length) throws IOException {
    require(from >= 0 && from + length <= channel.size());
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining()) {
      require(channel.read(bytes) >= 0);
    }
    return bytes.flip();
  }

  private static int unsigned(ByteBuffer from, int at) {
    return Short.toUnsignedInt(from.getShort(at));
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw DamagedFile.whole("sheet.damaged");
    }
  }
}
