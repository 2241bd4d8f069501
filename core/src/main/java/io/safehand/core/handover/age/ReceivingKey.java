package io.safehand.core.handover.age;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The buyer's private key for one deal. Whoever holds it opens the package, also after a quantum computer exists; once it is closed everywhere, copies of the package stay shut.
 *
 * <p>It prints {@code •••}, and {@link #close()} overwrites it in this process. Not safe for use by several threads.
 */
public final class ReceivingKey implements AutoCloseable {
  private final byte[] seed;
  private final XWing key;

  private ReceivingKey(byte[] seed) {
    this.seed = seed;
    try {
      this.key = new XWing(seed);
    } catch (InvalidKeyException wrongLength) {
      throw new IllegalArgumentException("a receiving key has 32 bytes", wrongLength);
    }
  }

  public static ReceivingKey generate(SecureRandom random) {
    byte[] seed = new byte[XWing.SEED_BYTES];
    random.nextBytes(seed);
    return new ReceivingKey(seed);
  }

  /** Takes back what {@link #exposed()} gave; copies the array. */
  public static ReceivingKey of(byte[] seed) {
    return new ReceivingKey(seed.clone());
  }

  /** The 32 secret bytes, only to be sealed by the caller and then cleared. */
  public byte[] exposed() {
    return seed.clone();
  }

  public Recipient recipient() {
    return new Recipient(key.publicKey());
  }

  /** The clear side of an age file. What was read before a refusal must be thrown away; see {@link AgeRefused}. */
  public ReadableByteChannel opening(ReadableByteChannel sealed) throws IOException {
    return new AgeReading(sealed, List.of(new HybridStanzaReader(key)));
  }

  /** Answers a challenge: only the holder of this key can. Refuses an age file that holds anything but 32 bytes. */
  public byte[] prove(byte[] sealedChallenge) throws IOException {
    ByteBuffer nonce = ByteBuffer.allocate(PossessionChallenge.NONCE_BYTES + 1);
    try (
        ReadableByteChannel clear = opening(Channels.newChannel(new ByteArrayInputStream(sealedChallenge)))) {
      while (nonce.hasRemaining() && clear.read(nonce) >= 0) {
        continue;
      }
    }
    if (nonce.position() != PossessionChallenge.NONCE_BYTES) {
      throw new AgeRefused(AgeRefused.Reason.PAYLOAD);
    }
    return PossessionChallenge.answer(Arrays.copyOf(nonce.array(), nonce.position()), recipient());
  }

  @Override
  public void close() {
    Arrays.fill(seed, (byte) 0);
    key.close();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
