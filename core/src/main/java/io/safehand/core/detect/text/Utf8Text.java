package io.safehand.core.detect.text;

/** Judges bytes as UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF (RFC 3629). */
final class Utf8Text {

  /** Length of the longest well-formed prefix of {@code text[from, to)}; a sequence cut off by the end is not part of it. */
  int wellFormed(byte[] text, int from, int to) {
    int i = from;
    while (i < to) {
      if (text[i] >= 0) {
        i++;
        continue;
      }
      int length = sequence(text, i, to);
      if (length <= 0) {
        return i - from;
      }
      i += length;
    }
    return to - from;
  }

  /** Bytes of the sequence at {@code i}; 0 if it is cut off by the end but good so far, -1 if it is malformed. */
  int sequence(byte[] text, int i, int to) {
    int lead = text[i] & 0xFF;
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return -1;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + 1 < to && !second(lead, text[i + 1] & 0xFF)) {
      return -1;
    }
    for (int k = 2; k < length && i + k < to; k++) {
      if ((text[i + k] & 0xC0) != 0x80) {
        return -1;
      }
    }
    return i + length <= to ? length : 0;
  }

  private static boolean second(int lead, int b) {
    int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return b >= low && b <= high;
  }

  /** Of what is not ASCII, at least three sequences are well formed for each byte that is not. */
  boolean mostly(byte[] sample) {
    long good = 0;
    long bad = 0;
    int i = 0;
    while (i < sample.length) {
      int length = sequence(sample, i, sample.length);
      if (length > 1) {
        good++;
      } else if (length < 0) {
        bad++;
      }
      i += length > 0 ? length : 1;
    }
    return bad * 3 <= good;
  }
}
