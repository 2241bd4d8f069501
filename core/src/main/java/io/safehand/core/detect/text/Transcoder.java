package io.safehand.core.detect.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns bytes of a file into UTF-8. */
sealed interface Transcoder {

  /**
   * Moves whole characters from {@code in} to {@code out}. False if the next bytes are none: malformed, or cut off
   * although {@code last} says that no more come.
   */
  boolean transcode(ByteBuffer in, ByteBuffer out, boolean last);

  /** Whether the rest of a file that was refused is the beginning of a character. */
  boolean cutOff(ByteBuffer rest);

  /** UTF-8 in, UTF-8 out, but checked. */
  final class Checked implements Transcoder {
    private final Utf8Text utf8 = new Utf8Text();

    @Override
    public boolean transcode(ByteBuffer in, ByteBuffer out, boolean last) {
      int room = Math.min(in.remaining(), out.remaining());
      int from = in.position();
      int good = utf8.wellFormed(in.array(), from, from + room);
      out.put(in.array(), from, good);
      in.position(from + good);
      return good > 0 || !in.hasRemaining() || !last && cutOff(in);
    }

    @Override
    public boolean cutOff(ByteBuffer rest) {
      return rest.hasRemaining() && utf8.sequence(rest.array(), rest.position(), rest.limit()) == 0;
    }
  }

  /** Any other character set, through UTF-16. */
  final class Converted implements Transcoder {
    private static final int CHARS = 1 << 14;
    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(CHARS);

    Converted(Charset charset) {
      decoder = charset.newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public boolean transcode(ByteBuffer in, ByteBuffer out, boolean last) {
      chars.clear().limit(Math.min(CHARS, out.remaining() / 3));
      CoderResult result = decoder.decode(in, chars, last);
      chars.flip();
      boolean some = chars.hasRemaining();
      encoder.reset().encode(chars, out, true);
      return some || !result.isError();
    }

    @Override
    public boolean cutOff(ByteBuffer rest) {
      return true;
    }
  }
}
