package io.safehand.core.person;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * One record of a person: 128 random bits, bound into everything sealed for it.
 *
 * <p>Its text form is 32 lower-case hexadecimal digits. Ordering is unsigned, byte by byte.
 */
public record RecordId(long high, long low) implements Comparable<RecordId> {
  public static final int BYTES = 16;

  /** Reads 16 bytes from the buffer's position. */
  public static RecordId read(ByteBuffer from) {
    return new RecordId(from.getLong(), from.getLong());
  }

  /** Refuses anything but 32 lower-case hexadecimal digits. */
  public static RecordId parse(String text) {
    if (!text.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a record id is 32 lower-case hexadecimal digits");
    }
    return read(ByteBuffer.wrap(HexFormat.of().parseHex(text)));
  }

  public void write(ByteBuffer to) {
    to.putLong(high).putLong(low);
  }

  @Override
  public int compareTo(RecordId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
