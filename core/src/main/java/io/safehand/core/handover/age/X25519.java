package io.safehand.core.handover.age;

import java.security.InvalidKeyException;

/**
 * X25519 as in RFC 7748.
 *
 * <p>Public values on the twist and not fully reduced ones are taken, as the RFC asks; a shared value of zero is refused, so a point of low order never gives a key.
 */
final class X25519 {
  static final int BYTES = 32;

  private final byte[] scalar;

  /** Keeps the array; the owner clears it. */
  X25519(byte[] scalar) throws InvalidKeyException {
    if (scalar.length != BYTES) {
      throw new InvalidKeyException("an X25519 private value has 32 bytes");
    }
    this.scalar = scalar;
  }

  byte[] publicValue() {
    byte[] result = new byte[BYTES];
    org.bouncycastle.math.ec.rfc7748.X25519.scalarMultBase(scalar, 0, result, 0);
    return result;
  }

  byte[] agree(byte[] otherPublic) throws InvalidKeyException {
    if (otherPublic.length != BYTES) {
      throw new InvalidKeyException("an X25519 public value has 32 bytes");
    }
    byte[] result = new byte[BYTES];
    if (!org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(scalar, 0, otherPublic, 0, result, 0)) {
      throw new InvalidKeyException("an X25519 public value of low order");
    }
    return result;
  }
}
