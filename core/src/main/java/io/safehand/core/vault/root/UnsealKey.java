package io.safehand.core.vault.root;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** 32 bytes that seal roots. Says by a check value, before anything is opened, whether it is the right one. */
final class UnsealKey implements AutoCloseable {
  static final int BYTES = 32;
  private static final byte[] CHECK = "safehand unseal check 1".getBytes(StandardCharsets.US_ASCII);
  /** The label, and the counter of HKDF-Expand's only block. */
  private static final byte[] SEAL = "safehand unseal seal 1\u0001".getBytes(StandardCharsets.US_ASCII);
  private final byte[] bytes;

  /** Takes the array over. */
  UnsealKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** HMAC-SHA-256 over this header: another key has another value. */
  byte[] check(byte[] header, int length) {
    return mac(CHECK, Arrays.copyOf(header, length));
  }

  /** HKDF-Expand-SHA-256(key, "safehand unseal seal 1", 32). */
  byte[] sealingKey() {
    return mac(SEAL, new byte[0]);
  }

  private byte[] mac(byte[] label, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      mac.update(label);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HMAC-SHA-256", e);
    }
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
