package io.safehand.core.vault;

import java.nio.charset.StandardCharsets;

/**
 * The keys below a person key, each HKDF-Expand (RFC 5869, 2.3) of the one above with its own label: the key above
 * is uniform, so nothing needs extracting. Own and data key by SHA-256, a group key by its suite's hash. For one thread.
 */
final class Derivation {
  private static final byte[] OWN = "safehand own 1".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "safehand data 1".getBytes(StandardCharsets.US_ASCII);

  private final Algorithms aes = Algorithms.of(Suite.AES_256_GCM);
  private final Algorithms sm4 = Algorithms.of(Suite.SM4_GCM_SM3);

  Algorithms algorithms(Suite suite) {
    return switch (suite) {
      case AES_256_GCM -> aes;
      case SM4_GCM_SM3 -> sm4;
    };
  }

  void own(byte[] personKey, byte[] out) {
    aes.hmac().expand(personKey, OWN, out);
  }

  void data(byte[] personKey, byte[] out) {
    aes.hmac().expand(personKey, DATA, out);
  }

  void group(byte[] dataKey, PreparedGroup group, byte[] out) {
    algorithms(group.suite()).hmac().expand(dataKey, group.derivation(), out);
  }

  void forget() {
    aes.forget();
    sm4.forget();
  }
}
