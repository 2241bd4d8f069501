package io.safehand.core.handover.age;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Bech32 (BIP 173) without its limit of 90 characters, as age uses it, in lower case only.
 *
 * @param prefix the human-readable part
 * @param data the bytes after it
 */
record Bech32(String prefix, byte[] data) {
  private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
  private static final int CHECKSUM = 6;
  private static final int LONGEST = 4096;

  /** Refuses upper case, unknown letters, a wrong checksum, and bits left over that are not zero. */
  static Bech32 parse(String text) {
    int separator = text.lastIndexOf('1');
    if (separator < 1 || separator + 1 + CHECKSUM > text.length() || text.length() > LONGEST) {
      throw new IllegalArgumentException("not a bech32 text");
    }
    String prefix = text.substring(0, separator);
    byte[] fives = new byte[text.length() - separator - 1];
    for (int at = 0; at < fives.length; at++) {
      fives[at] = (byte) LETTERS.indexOf(text.charAt(separator + 1 + at));
      if (fives[at] < 0) {
        throw new IllegalArgumentException("a letter that bech32 does not have");
      }
    }
    if (remainder(prefix, fives) != 1) {
      throw new IllegalArgumentException("the bech32 checksum is wrong");
    }
    return new Bech32(prefix, regrouped(fives, fives.length - CHECKSUM, 5, 8));
  }

  String text() {
    byte[] fives = regrouped(data, data.length, 8, 5);
    byte[] withRoom = Arrays.copyOf(fives, fives.length + CHECKSUM);
    int checksum = remainder(prefix, withRoom) ^ 1;
    StringBuilder text = new StringBuilder(prefix).append('1');
    for (byte five : fives) {
      text.append(LETTERS.charAt(five));
    }
    for (int at = CHECKSUM - 1; at >= 0; at--) {
      text.append(LETTERS.charAt(checksum >>> (5 * at) & 31));
    }
    return text.toString();
  }

  private static int remainder(String prefix, byte[] fives) {
    int value = 1;
    for (char letter : prefix.toCharArray()) {
      value = step(value, letter >>> 5);
    }
    value = step(value, 0);
    for (char letter : prefix.toCharArray()) {
      value = step(value, letter & 31);
    }
    for (byte five : fives) {
      value = step(value, five);
    }
    return value;
  }

  private static int step(int value, int five) {
    int next = (value & 0x1ffffff) << 5 ^ five;
    for (int at = 0; at < GENERATOR.length; at++) {
      next ^= (value >>> (25 + at) & 1) == 1 ? GENERATOR[at] : 0;
    }
    return next;
  }

  private static byte[] regrouped(byte[] from, int length, int fromBits, int toBits) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (int at = 0; at < length; at++) {
      held = (held << fromBits | from[at] & 0xff) & 0xfff;
      for (bits += fromBits; bits >= toBits; bits -= toBits) {
        to.write(held >>> (bits - toBits) & ((1 << toBits) - 1));
      }
    }
    int rest = held & ((1 << bits) - 1);
    if (toBits == 5 && bits > 0) {
      to.write(rest << (toBits - bits));
    } else if (bits >= 5 || rest != 0) {
      throw new IllegalArgumentException("bits left over in a bech32 text");
    }
    return to.toByteArray();
  }
}
