package io.safehand.core.handover.age;

import java.security.InvalidKeyException;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/**
 * ML-KEM-768 of FIPS 203, keys from their 64-byte seed.
 *
 * <p>Refused: seeds, keys and ciphertexts of another length, and encapsulation keys with a coefficient that is not reduced. An altered ciphertext gives another secret, not an error: that is the standard's implicit rejection.
 */
final class MlKem768 {
  static final int SEED_BYTES = 64;
  static final int KEY_BYTES = 1184;
  static final int CIPHERTEXT_BYTES = 1088;
  static final int SECRET_BYTES = 32;

  /** A fresh secret and the ciphertext that carries it. */
  record Encapsulated(byte[] secret, byte[] ciphertext) {}

  private final MLKEMPrivateKeyParameters key;

  MlKem768(byte[] seed) throws InvalidKeyException {
    requireLength(seed, SEED_BYTES, "seed");
    this.key = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, seed);
  }

  byte[] encapsulationKey() {
    return key.getPublicKey();
  }

  byte[] decapsulate(byte[] ciphertext) throws InvalidKeyException {
    requireLength(ciphertext, CIPHERTEXT_BYTES, "ciphertext");
    return new MLKEMExtractor(key).extractSecret(ciphertext);
  }

  void destroy() {
    key.destroy();
  }

  /** @param randomness 32 bytes, used once */
  static Encapsulated encapsulate(byte[] encapsulationKey, byte[] randomness) throws InvalidKeyException {
    requireLength(randomness, SECRET_BYTES, "randomness");
    SecretWithEncapsulation result = MLKEMGenerator.internalGenerateEncapsulated(publicKey(encapsulationKey),
        randomness);
    return new Encapsulated(result.getSecret(), result.getEncapsulation());
  }

  private static MLKEMPublicKeyParameters publicKey(byte[] encoded) throws InvalidKeyException {
    requireLength(encoded, KEY_BYTES, "encapsulation key");
    try {
      return new MLKEMPublicKeyParameters(MLKEMParameters.ml_kem_768, encoded);
    } catch (IllegalArgumentException notReduced) {
      throw new InvalidKeyException("an ML-KEM-768 encapsulation key that is not reduced", notReduced);
    }
  }

  private static void requireLength(byte[] value, int length, String what) throws InvalidKeyException {
    if (value.length != length) {
      throw new InvalidKeyException("an ML-KEM-768 " + what + " has " + length + " bytes");
    }
  }
}
