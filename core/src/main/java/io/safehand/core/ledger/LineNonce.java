package io.safehand.core.ledger;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** 128 random bits of one line: two lines are never equal, and nobody can guess what a line's hash stands for. */
public record LineNonce(long high, long low) {
  static final int HEX_DIGITS = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

  public static LineNonce random(SecureRandom random) {
    return new LineNonce(random.nextLong(), random.nextLong());
  }

  /** Refuses anything but 32 lower-case hexadecimal digits. */
  public static LineNonce parse(String hex) {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("a nonce is 32 lower-case hexadecimal digits");
    }
    return new LineNonce(HexFormat.fromHexDigitsToLong(hex, 0, 16),
        HexFormat.fromHexDigitsToLong(hex, 16, 32));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  /** The 32 digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
