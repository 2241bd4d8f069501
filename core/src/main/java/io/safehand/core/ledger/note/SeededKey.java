package io.safehand.core.ledger.note;

import io.safehand.core.ledger.tree.StrictBase64;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * A private key made from its 32-byte seed. Both standards (RFC 8032, FIPS 204) define key generation from such a
 * seed, so the seed is the smallest and most portable form to keep.
 */
final class SeededKey {
  static final int SEED_BYTES = 32;
  private final SigningAlgorithm algorithm;
  private final KeyPair pair;
  private final SecureRandom random;

  SeededKey(SigningAlgorithm algorithm, byte[] seed, SecureRandom random) {
    this.algorithm = algorithm;
    this.random = random;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.code());
      generator.initialize(new NamedParameterSpec(algorithm.code()), new OneSeed(seed));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform lacks " + algorithm.code(), absent);
    }
  }

  byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance(algorithm.code());
      signer.initSign(pair.getPrivate(), random);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a generated key signs", impossible);
    }
  }

  TrustedKey trusted(String name, SignerRole role) {
    byte[] raw = algorithm.rawPublicKey(pair.getPublic().getEncoded());
    return new TrustedKey(name, algorithm, role, StrictBase64.encode(raw));
  }

  /** Gives the seed once; a platform that asked for more would not follow the standard. */
  private static final class OneSeed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;
    private boolean given;

    OneSeed(byte[] seed) {
      this.seed = Arrays.copyOf(seed, SEED_BYTES);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (given || bytes.length != SEED_BYTES) {
        throw new IllegalStateException("key generation takes one seed of 32 bytes");
      }
      given = true;
      System.arraycopy(seed, 0, bytes, 0, SEED_BYTES);
      Arrays.fill(seed, (byte) 0);
    }
  }
}
