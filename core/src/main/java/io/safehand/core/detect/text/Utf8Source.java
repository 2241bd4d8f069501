package io.safehand.core.detect.text;

import io.safehand.core.detect.rows.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file as well-formed UTF-8 without byte order mark, whatever it is written in. Everything before a bad
 * byte is delivered first; the read after that throws {@link BadBytes}. Never cuts a character in two.
 */
public final class Utf8Source implements AutoCloseable {
  private final SeekableByteChannel channel;
  private final Transcoder transcoder;
  private final long bytes;
  private final ByteBuffer in = ByteBuffer.allocate(1 << 16).flip();
  private long taken;
  private boolean ended;

  private Utf8Source(SeekableByteChannel channel, TextEncoding encoding) throws IOException {
    this.channel = channel;
    this.bytes = channel.size();
    this.taken = encoding.markBytes();
    this.transcoder = encoding.charset().equals(StandardCharsets.UTF_8)
        ? new Transcoder.Checked()
        : new Transcoder.Converted(encoding.charset());
    channel.position(taken);
  }

  public static Utf8Source open(SourceBytes file, TextEncoding encoding) throws IOException {
    SeekableByteChannel channel = file.open();
    try {
      return new Utf8Source(channel, encoding);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Bytes written to {@code into}, at least one, or -1 at the end. The range must have room for eight. */
  public int read(byte[] into, int from, int to) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(into, from, to - from);
    while (out.position() == from) {
      int before = in.position();
      boolean good = transcoder.transcode(in, out, ended);
      taken += in.position() - before;
      if (out.position() > from) {
        break;
      }
      if (!good) {
        throw new BadBytes(taken, ended && in.remaining() < 4 && transcoder.cutOff(in));
      }
      if (ended) {
        return -1;
      }
      fill();
    }
    return out.position() - from;
  }

  private void fill() throws IOException {
    in.compact();
    ended = channel.read(in) < 0;
    in.flip();
  }

  /** Bytes of the file behind what was delivered. */
  public long taken() {
    return taken;
  }

  public long bytes() {
    return bytes;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
