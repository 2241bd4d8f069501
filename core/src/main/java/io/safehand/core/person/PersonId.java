package io.safehand.core.person;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Who a record is about: 128 random bits, global, never derived from anything about the person.
 *
 * <p>Its text form is 32 lower-case hexadecimal digits. Ordering is unsigned, byte by byte.
 */
public record PersonId(long high, long low) implements Comparable<PersonId> {
  public static final int BYTES = 16;

  /** Reads 16 bytes from the buffer's position. */
  public static PersonId read(ByteBuffer from) {
    return new PersonId(from.getLong(), from.getLong());
  }

  /** Refuses anything but 32 lower-case hexadecimal digits. */
  public static PersonId parse(String text) {
    if (!text.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a person id is 32 lower-case hexadecimal digits");
    }
    return read(ByteBuffer.wrap(HexFormat.of().parseHex(text)));
  }

  public void write(ByteBuffer to) {
    to.putLong(high).putLong(low);
  }

  /** All zero marks an empty place in a key page; no person has this id. */
  public boolean isAbsent() {
    return high == 0 && low == 0;
  }

  @Override
  public int compareTo(PersonId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
