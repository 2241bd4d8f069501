package io.safehand.core.ledger.tree;

import java.util.Base64;
import java.util.Optional;

/** Standard base64 (RFC 4648 section 4) with padding, of which every byte string has exactly one form. */
public final class StrictBase64 {
  private StrictBase64() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes, or empty for any text that {@link #encode} would not have written. */
  public static Optional<byte[]> decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
