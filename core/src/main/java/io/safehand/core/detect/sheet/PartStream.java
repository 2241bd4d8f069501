package io.safehand.core.detect.sheet;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One part of a zip file in clear. Refuses what swells more than 250-fold past 16 MiB or to more than 4 GiB, and markup
 * that goes on for more than a mebibyte ({@code sheet.swells}), so that no reader behind it holds more than that at once;
 * and what ends early, goes on after its end or has another checksum ({@code sheet.damaged}).
 */
final class PartStream extends InputStream {
  private static final long MOST_BYTES = 1L << 32;
  private static final long FREE_BYTES = 1 << 24;
  private static final int MOST_SWELL = 250;
  private static final int MOST_MARKUP = 1 << 20;
  private final SeekableByteChannel channel;
  private final ZipFolder.Part part;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final ByteBuffer packed = ByteBuffer.allocate(1 << 16).flip();
  private long packedLeft;
  private long given;
  private int markup;

  PartStream(SeekableByteChannel channel, ZipFolder.Part part) {
    this.channel = channel;
    this.part = part;
    this.packedLeft = part.packedBytes();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = part.deflated() ? inflate(into, from, length) : copy(into, from, length);
    if (read < 0) {
      requireWhole();
      return -1;
    }
    given += read;
    crc.update(into, from, read);
    requireModest(into, from, read);
    return read;
  }

  private int inflate(byte[] into, int from, int length) throws IOException {
    try {
      while (true) {
        int read = inflater.inflate(into, from, length);
        if (read > 0) {
          return read;
        }
        if (inflater.finished()) {
          return -1;
        }
        if (inflater.needsDictionary() || !fill()) {
          throw damaged();
        }
        inflater.setInput(packed);
      }
    } catch (DataFormatException broken) {
      throw damaged();
    }
  }

  private int copy(byte[] into, int from, int length) throws IOException {
    if (!packed.hasRemaining() && !fill()) {
      return -1;
    }
    int read = Math.min(length, packed.remaining());
    packed.get(into, from, read);
    return read;
  }

  private boolean fill() throws IOException {
    packed.clear().limit((int) Math.min(packed.capacity(), packedLeft));
    int read = packedLeft == 0 ? -1 : channel.read(packed);
    packedLeft -= Math.max(read, 0);
    packed.flip();
    return read > 0;
  }

  private void requireModest(byte[] bytes, int from, int length) {
    long taken = Math.max(1, part.packedBytes() - packedLeft);
    if (given > MOST_BYTES || given > FREE_BYTES && given / taken > MOST_SWELL) {
      throw DamagedFile.whole("sheet.swells");
    }
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '<') {
        markup = 1;
      } else if (bytes[i] == '>') {
        markup = 0;
      } else if (markup > 0 && ++markup > MOST_MARKUP) {
        throw DamagedFile.whole("sheet.swells");
      }
    }
  }

  private void requireWhole() {
    if (given != part.bytes() || crc.getValue() != part.crc()) {
      throw damaged();
    }
  }

  private static DamagedFile damaged() {
    return DamagedFile.whole("sheet.damaged");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    channel.close();
  }
}
