package io.safehand.core.handover.age;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHAKEDigest;

/**
 * The X-Wing hybrid of ML-KEM-768 and X25519 (draft-connolly-cfrg-xwing-kem): secret as long as one of the two holds.
 *
 * <p>A private key is a 32-byte seed, a public key 1216 bytes, an encapsulation 1120 bytes. Source: the draft, checked by the age test vectors.
 */
final class XWing implements AutoCloseable {
  static final int SEED_BYTES = 32;
  static final int PUBLIC_BYTES = MlKem768.KEY_BYTES + X25519.BYTES;
  static final int ENCAPSULATION_BYTES = MlKem768.CIPHERTEXT_BYTES + X25519.BYTES;
  private static final byte[] LABEL = "\\.//^\\".getBytes(StandardCharsets.US_ASCII);

  /** A fresh secret and the encapsulation that carries it. */
  record Encapsulated(byte[] secret, byte[] encapsulation) {}

  private final byte[] scalar;
  private final MlKem768 lattice;
  private final X25519 curve;

  XWing(byte[] seed) throws InvalidKeyException {
    if (seed.length != SEED_BYTES) {
      throw new InvalidKeyException("a receiving key has 32 bytes");
    }
    byte[] expanded = expand(seed);
    this.scalar = Arrays.copyOfRange(expanded, MlKem768.SEED_BYTES, expanded.length);
    this.lattice = new MlKem768(Arrays.copyOf(expanded, MlKem768.SEED_BYTES));
    this.curve = new X25519(scalar);
    Arrays.fill(expanded, (byte) 0);
  }

  byte[] publicKey() {
    return joined(lattice.encapsulationKey(), curve.publicValue());
  }

  byte[] decapsulate(byte[] encapsulation) throws InvalidKeyException {
    if (encapsulation.length != ENCAPSULATION_BYTES) {
      throw new InvalidKeyException("an encapsulation has 1120 bytes");
    }
    byte[] ciphertext = Arrays.copyOf(encapsulation, MlKem768.CIPHERTEXT_BYTES);
    byte[] share = Arrays.copyOfRange(encapsulation, MlKem768.CIPHERTEXT_BYTES, ENCAPSULATION_BYTES);
    return combine(lattice.decapsulate(ciphertext), curve.agree(share), share, curve.publicValue());
  }

  @Override
  public void close() {
    Arrays.fill(scalar, (byte) 0);
    lattice.destroy();
  }

  /** @param randomness 64 bytes, used once: 32 for ML-KEM, then the ephemeral X25519 private value */
  static Encapsulated encapsulate(byte[] publicKey, byte[] randomness) throws InvalidKeyException {
    if (publicKey.length != PUBLIC_BYTES) {
      throw new InvalidKeyException("a public receiving key has 1216 bytes");
    }
    byte[] theirs = Arrays.copyOfRange(publicKey, MlKem768.KEY_BYTES, PUBLIC_BYTES);
    X25519 ephemeral = new X25519(Arrays.copyOfRange(randomness, MlKem768.SECRET_BYTES, randomness.length));
    MlKem768.Encapsulated lattice = MlKem768.encapsulate(Arrays.copyOf(publicKey, MlKem768.KEY_BYTES),
        Arrays.copyOf(randomness, MlKem768.SECRET_BYTES));
    byte[] share = ephemeral.publicValue();
    byte[] secret = combine(lattice.secret(), ephemeral.agree(theirs), share, theirs);
    return new Encapsulated(secret, joined(lattice.ciphertext(), share));
  }

  private static byte[] combine(byte[] fromLattice, byte[] fromCurve, byte[] share, byte[] curveKey) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA3-256");
      digest.update(fromLattice);
      digest.update(fromCurve);
      digest.update(share);
      digest.update(curveKey);
      return digest.digest(LABEL);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA3-256", missing);
    }
  }

  private static byte[] expand(byte[] seed) {
    SHAKEDigest shake = new SHAKEDigest(256);
    shake.update(seed, 0, seed.length);
    byte[] expanded = new byte[MlKem768.SEED_BYTES + X25519.BYTES];
    shake.doFinal(expanded, 0, expanded.length);
    return expanded;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
