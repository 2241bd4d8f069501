package io.safehand.server.base.signin;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (RFC 6238 over RFC 4226), steps of 30 seconds.
 *
 * @param algorithm of the JDK's MAC; what authenticator apps agree on is {@link #USUAL}
 */
record Totp(String algorithm, int digits) {
  static final Totp USUAL = new Totp("HmacSHA1", 6);
  static final Duration STEP = Duration.ofSeconds(30);
  static final int SECRET_BYTES = 20;

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  /** The code of one step, with leading zeros. */
  String code(byte[] secret, long step) {
    byte[] hash = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int from = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(from) & 0x7fff_ffff;
    int most = Math.powExact(10, digits);
    return String.valueOf(most + number % most).substring(1);
  }

  private byte[] mac(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException absent) {
      throw new IllegalStateException("every JDK has this MAC", absent);
    }
  }
}
