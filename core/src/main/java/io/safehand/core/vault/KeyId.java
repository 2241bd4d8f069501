package io.safehand.core.vault;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The name of a key: 128 random bits drawn with it and travelling with it, never computed from it.
 *
 * <p>Its text form is 32 lower-case hexadecimal digits. Ordering is unsigned.
 */
public record KeyId(long high, long low) implements Comparable<KeyId> {
  public static final int BYTES = 16;

  /** Reads 16 bytes from the buffer's position. */
  public static KeyId read(ByteBuffer from) {
    return new KeyId(from.getLong(), from.getLong());
  }

  /** Refuses anything but 32 lower-case hexadecimal digits. */
  public static KeyId parse(String text) {
    if (!text.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a key id is 32 lower-case hexadecimal digits");
    }
    return read(ByteBuffer.wrap(HexFormat.of().parseHex(text)));
  }

  public void write(ByteBuffer to) {
    to.putLong(high).putLong(low);
  }

  @Override
  public int compareTo(KeyId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
