package io.safehand.core.ledger;

import java.util.regex.Pattern;

/**
 * Whom a line is about: HMAC-SHA256 of the line's nonce under the person's ledger key, 64 hexadecimal digits.
 *
 * <p>Without that key it is noise, and two lines about one person show nothing in common.
 */
public record About(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public About {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("64 lower-case hexadecimal digits");
    }
  }
}
