package io.safehand.core.detect.text;

/**
 * Judges bytes as GB18030. Western text in a one-byte encoding often happens to be well formed, so most characters
 * must also be common ones: the rows of GB 2312, or the four-byte form, which hardly occurs by chance.
 */
final class Gb18030Text {

  boolean mostly(byte[] sample) {
    long common = 0;
    long rare = 0;
    long bad = 0;
    int i = 0;
    while (i < sample.length) {
      int length = sequence(sample, i);
      if (length == 4 || length == 2 && common(sample, i)) {
        common++;
      } else if (length == 2) {
        rare++;
      } else if (length < 0) {
        bad++;
      }
      i += length > 0 ? length : 1;
    }
    return common > 0 && common >= 4 * rare && bad * 9 <= common;
  }

  private static boolean common(byte[] text, int i) {
    int lead = text[i] & 0xFF;
    return lead >= 0xA1 && lead <= 0xF7 && (text[i + 1] & 0xFF) >= 0xA1;
  }

  private static int sequence(byte[] text, int i) {
    int lead = text[i] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead == 0x80 || lead == 0xFF) {
      return -1;
    }
    if (i + 1 >= text.length) {
      return 0;
    }
    int second = text[i + 1] & 0xFF;
    if (second >= 0x30 && second <= 0x39) {
      return four(text, i);
    }
    return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : -1;
  }

  private static int four(byte[] text, int i) {
    if (i + 3 >= text.length) {
      return 0;
    }
    int third = text[i + 2] & 0xFF;
    int fourth = text[i + 3] & 0xFF;
    return third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39 ? 4 : -1;
  }
}
