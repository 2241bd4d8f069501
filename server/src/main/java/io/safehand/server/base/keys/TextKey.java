package io.safehand.server.base.keys;

import io.safehand.core.person.CompanyId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The house's key for small texts, 32 bytes; each company and each use has one derived from it. Overwritten on close. */
final class TextKey implements AutoCloseable {
  static final int BYTES = 32;

  private final byte[] bytes;

  /** Takes the array over. */
  TextKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key is 32 bytes");
    }
    this.bytes = bytes;
  }

  /** The caller overwrites it after use. */
  byte[] of(CompanyId company) {
    return mac("seal/" + company);
  }

  /** A hash that nobody without this key can compute or guess values by. */
  byte[] hash(String use, String text) {
    return mac("hash/" + use + "/" + text);
  }

  private byte[] mac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", absent);
    }
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
