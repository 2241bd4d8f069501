package io.safehand.core.ledger;

/**
 * Whom a line is about: HMAC-SHA256 of the line's nonce under the person's ledger key, 64 hexadecimal digits.
 *
 * <p>Without that key it is noise, and two lines about one person show nothing in common.
 */
public record About(String hex) {
  public About {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("64 lower-case hexadecimal digits");
    }
  }
}
