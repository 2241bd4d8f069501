package io.safehand.server.base.signin;

import java.io.ByteArrayOutputStream;

/** RFC 4648 base 32 without padding: what authenticator apps and people copy. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte each : bytes) {
      held = held << 8 | each & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(LETTERS.charAt(held >> bits & 31));
      }
    }
    return bits == 0 ? text.toString() : text.append(LETTERS.charAt(held << 5 - bits & 31)).toString();
  }

  /** @throws IllegalArgumentException for any other character */
  static byte[] decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (char letter : text.toCharArray()) {
      int value = LETTERS.indexOf(letter);
      if (value < 0) {
        throw new IllegalArgumentException("not base 32");
      }
      held = held << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
