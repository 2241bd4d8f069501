package io.safehand.core.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What one suite computes with, for one thread. Every key given is 32 bytes.
 *
 * <p>SM4 takes 16 bytes, so suite 2 seals under HKDF-Expand-SM3(key, {@code "safehand sm4 1"}, 16); the
 * commitment is keyed by the whole key in both suites.
 */
final class Algorithms {
  private static final byte[] SM4_LABEL = "safehand sm4 1".getBytes(StandardCharsets.US_ASCII);

  private final Aead aead;
  private final Hmac hmac;
  private final byte[] derived;

  private Algorithms(Aead aead, Hmac hmac, int derivedBytes) {
    this.aead = aead;
    this.hmac = hmac;
    this.derived = new byte[derivedBytes];
  }

  static Algorithms of(Suite suite) {
    return switch (suite) {
      case AES_256_GCM -> new Algorithms(new AesGcm(), new Hmac(new Hash.Sha256()), 0);
      case SM4_GCM_SM3 -> new Algorithms(new Sm4Gcm(), new Hmac(new Hash.Sm3()), Sm4Gcm.KEY_BYTES);
    };
  }

  Hmac hmac() {
    return hmac;
  }

  Aead sealing(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    aead.startSealing(cipherKey(key), nonce, context, from, length);
    return aead;
  }

  Aead opening(byte[] key, byte[] nonce, byte[] context, int from, int length) {
    aead.startOpening(cipherKey(key), nonce, context, from, length);
    return aead;
  }

  private byte[] cipherKey(byte[] key) {
    if (derived.length == 0) {
      return key;
    }
    hmac.expand(key, SM4_LABEL, derived);
    return derived;
  }

  void forget() {
    aead.forget();
    hmac.forget();
    Arrays.fill(derived, (byte) 0);
  }
}
