package io.safehand.core.detect.text;

import io.safehand.core.detect.rows.SourceBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the characters of a file are written: UTF-8, GB18030, or UTF-16 with a byte order mark.
 *
 * <p>Judged by up to a mebibyte from the first byte that is not ASCII. A file that is mostly one of them is that one:
 * whoever reads it then finds the bad byte and can say where it stands. Refused: empty, binary, and text of another
 * encoding ({@code file.empty}, {@code file.binary}, {@code file.encoding}).
 */
public record TextEncoding(Charset charset, int markBytes) {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BLOCK = 1 << 16;
  private static final int SAMPLE = 1 << 20;

  public static TextEncoding of(SourceBytes file) throws IOException {
    try (InputStream in = Channels.newInputStream(file.open())) {
      byte[] block = in.readNBytes(BLOCK);
      if (block.length == 0) {
        throw DamagedFile.whole("file.empty");
      }
      Optional<TextEncoding> marked = marked(block);
      return marked.isPresent() ? marked.get() : unmarked(block, in);
    }
  }

  private static Optional<TextEncoding> marked(byte[] block) {
    int first = block.length < 2 ? 0 : (block[0] & 0xFF) << 8 | block[1] & 0xFF;
    if (first == 0xEFBB && block.length > 2 && block[2] == (byte) 0xBF) {
      if (block.length == 3) {
        throw DamagedFile.whole("file.empty");
      }
      refuseBinary(block);
      return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (first == 0xFEFF || first == 0xFFFE) {
      return Optional
          .of(new TextEncoding(first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE, 2));
    }
    boolean national = first == 0x8431 && block.length > 4 && block[2] == (byte) 0x95 && block[3] == 0x33;
    return national ? Optional.of(new TextEncoding(GB18030, 4)) : Optional.empty();
  }

  private static TextEncoding unmarked(byte[] start, InputStream in) throws IOException {
    refuseBinary(start);
    byte[] block = start;
    int ascii = asciiPrefix(block);
    while (ascii == block.length) {
      block = in.readNBytes(BLOCK);
      if (block.length == 0) {
        return new TextEncoding(StandardCharsets.UTF_8, 0);
      }
      ascii = asciiPrefix(block);
    }
    byte[] more = in.readNBytes(SAMPLE);
    byte[] sample = Arrays.copyOfRange(block, ascii, block.length + more.length);
    System.arraycopy(more, 0, sample, block.length - ascii, more.length);
    return new TextEncoding(judged(sample), 0);
  }

  private static Charset judged(byte[] sample) {
    if (new Utf8Text().mostly(sample)) {
      return StandardCharsets.UTF_8;
    }
    if (new Gb18030Text().mostly(sample)) {
      return GB18030;
    }
    throw DamagedFile.whole("file.encoding");
  }

  private static int asciiPrefix(byte[] block) {
    int i = 0;
    while (i < block.length && block[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Text has no NUL, and hardly any other control character. */
  private static void refuseBinary(byte[] block) {
    int controls = 0;
    for (byte b : block) {
      if (b == 0) {
        throw DamagedFile.whole("file.binary");
      }
      if (b > 0 && b < 32 && (b < 9 || b > 13) && b != 27) {
        controls++;
      }
    }
    if (controls > 4 && controls * 100L > block.length) {
      throw DamagedFile.whole("file.binary");
    }
  }
}
