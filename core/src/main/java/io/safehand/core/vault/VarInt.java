package io.safehand.core.vault;

import java.nio.ByteBuffer;

/** Whole numbers from 0 to 2^31 − 1 as little-endian groups of seven bits, the shortest form only. */
final class VarInt {
  static final int MOST_BYTES = 5;
  private static final int MORE = 0x80;
  private static final int LAST_SHIFT = 28;

  private VarInt() {}

  static void write(int value, ByteBuffer to) {
    int rest = value;
    while (rest >= MORE) {
      to.put((byte) (rest | MORE));
      rest >>>= 7;
    }
    to.put((byte) rest);
  }

  static int read(ByteBuffer from) {
    int value = 0;
    for (int shift = 0; shift <= LAST_SHIFT; shift += 7) {
      int part = Byte.toUnsignedInt(from.get());
      value |= (part & (MORE - 1)) << shift;
      if (part < MORE) {
        refuse((part == 0 && shift > 0) || (shift == LAST_SHIFT && part > 7));
        return value;
      }
    }
    throw new FormatRefused("a number is too large");
  }

  private static void refuse(boolean bad) {
    if (bad) {
      throw new FormatRefused("a number is too large or not in its shortest form");
    }
  }
}
