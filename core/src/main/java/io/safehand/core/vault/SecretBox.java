package io.safehand.core.vault;

import java.util.Optional;

/**
 * Seals small secrets that are not a person's fields: key pages, roots, named secrets. One message is nonce (12) |
 * ciphertext | tag (16) of the suite under a key of 32 bytes, bound to a context that is not sealed.
 *
 * <p>Guarantees what the suite's AEAD does; does not commit to its key, so a context names the key. For one thread.
 */
public final class SecretBox implements AutoCloseable {
  public static final int KEY_BYTES = 32;
  public static final int OVERHEAD_BYTES = Aead.NONCE_BYTES + Aead.TAG_BYTES;

  private final Suite suite;
  private final Randomness randomness;
  private final Algorithms algorithms;
  private final byte[] nonce = new byte[Aead.NONCE_BYTES];

  public SecretBox(Suite suite, Randomness randomness) {
    this.suite = suite;
    this.randomness = randomness;
    this.algorithms = Algorithms.of(suite);
  }

  public Suite suite() {
    return suite;
  }

  /** Where its nonces come from; for new keys and ids of the same batch. */
  public Randomness randomness() {
    return randomness;
  }

  public byte[] seal(byte[] key, byte[] context, byte[] plain) {
    byte[] out = new byte[plain.length + OVERHEAD_BYTES];
    randomness.fill(nonce);
    System.arraycopy(nonce, 0, out, 0, nonce.length);
    algorithms.sealing(key, nonce, context, 0, context.length)
        .seal(plain, 0, plain.length, out, nonce.length);
    return out;
  }

  /** What was sealed; empty when key or context is another, or a bit was changed. */
  public Optional<byte[]> open(byte[] key, byte[] context, byte[] sealed) {
    if (sealed.length < OVERHEAD_BYTES) {
      return Optional.empty();
    }
    System.arraycopy(sealed, 0, nonce, 0, nonce.length);
    byte[] plain = new byte[sealed.length - OVERHEAD_BYTES];
    boolean opened = algorithms.opening(key, nonce, context, 0, context.length)
        .open(sealed, nonce.length, sealed.length - nonce.length, plain, 0);
    return opened ? Optional.of(plain) : Optional.empty();
  }

  @Override
  public void close() {
    algorithms.forget();
  }
}
