package io.safehand.core.handover.age;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A random number sealed to a public receiving key. Whoever answers holds the private half.
 *
 * <p>It proves possession, not identity: the fingerprint is confirmed by two people besides. A challenge is good for one answer; the caller gives it an end.
 *
 * @param sealed an age file to be sent to the buyer
 * @param expected the answer, 32 bytes, kept by the asker
 */
public record PossessionChallenge(byte[] sealed, byte[] expected) {
  static final int NONCE_BYTES = 32;
  private static final byte[] LABEL = "safehand possession 1".getBytes(StandardCharsets.US_ASCII);

  public static PossessionChallenge to(Recipient recipient, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (WritableByteChannel clear = recipient.sealing(Channels.newChannel(sealed), random)) {
      clear.write(ByteBuffer.wrap(nonce));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
    return new PossessionChallenge(sealed.toByteArray(), answer(nonce, recipient));
  }

  /** Compares in constant time. */
  public boolean isAnsweredBy(byte[] answer) {
    return MessageDigest.isEqual(expected, answer);
  }

  static byte[] answer(byte[] nonce, Recipient recipient) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(nonce, "HmacSHA256"));
      mac.update(LABEL);
      return mac.doFinal(recipient.fingerprint().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HmacSHA256", missing);
    }
  }

  @Override
  public String toString() {
    return "PossessionChallenge[•••]";
  }
}
