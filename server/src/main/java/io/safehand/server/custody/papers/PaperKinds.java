package io.safehand.server.custody.papers;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Tells by its bytes alone of what kind a paper is. */
final class PaperKinds {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ff");
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private PaperKinds() {}

  static Optional<Paper.Kind> of(byte[] content) {
    if (begins(content, PNG)) {
      return Optional.of(Paper.Kind.PNG);
    }
    if (begins(content, JPEG)) {
      return Optional.of(Paper.Kind.JPEG);
    }
    if (begins(content, PDF)) {
      return Optional.of(Paper.Kind.PDF);
    }
    return isText(content) ? Optional.of(Paper.Kind.TEXT) : Optional.empty();
  }

  private static boolean begins(byte[] content, byte[] with) {
    return content.length >= with.length && Arrays.equals(content, 0, with.length, with, 0, with.length);
  }

  private static boolean isText(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(content))
          .chars()
          .noneMatch(letter -> Character.isISOControl(letter) && !Character.isWhitespace(letter));
    } catch (CharacterCodingException binary) {
      return false;
    }
  }
}
