package io.safehand.core.vault;

import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;

/**
 * Keys, ids and nonces from an AES-256-CTR stream that is seeded from the operating system.
 *
 * <p>Call {@link #reseed()} at the start of each batch: a copy of the machine taken between two batches then
 * repeats nothing. The stream also reseeds itself after a mebibyte. Bytes given out are not kept. For one
 * thread.
 */
public final class Randomness {
  private static final int POOL_BYTES = 4096;
  private static final int POOLS_PER_SEED = 256;

  private final SecureRandom source;
  private final Cipher stream;
  private final byte[] zeros = new byte[POOL_BYTES];
  private final byte[] pool = new byte[POOL_BYTES];
  private final ByteBuffer words = ByteBuffer.wrap(new byte[PersonId.BYTES]);
  private int used = POOL_BYTES;
  private int poolsLeft;

  public Randomness(SecureRandom source) {
    this.source = source;
    try {
      this.stream = Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES", e);
    }
    reseed();
  }

  /** Draws a new stream from the operating system and throws away what is left of the old one. */
  public void reseed() {
    byte[] key = new byte[32];
    byte[] start = new byte[16];
    source.nextBytes(key);
    source.nextBytes(start);
    try {
      stream.init(Cipher.ENCRYPT_MODE, new RawKey(key), new IvParameterSpec(start));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CTR refused a 256-bit key", e);
    }
    Arrays.fill(key, (byte) 0);
    Arrays.fill(pool, (byte) 0);
    used = POOL_BYTES;
    poolsLeft = POOLS_PER_SEED;
  }

  public void fill(byte[] out) {
    fill(out, 0, out.length);
  }

  public void fill(byte[] out, int from, int length) {
    int done = 0;
    while (done < length) {
      if (used == POOL_BYTES) {
        refill();
      }
      int part = Math.min(length - done, POOL_BYTES - used);
      System.arraycopy(pool, used, out, from + done, part);
      Arrays.fill(pool, used, used + part, (byte) 0);
      used += part;
      done += part;
    }
  }

  public PersonId personId() {
    return PersonId.read(drawn());
  }

  public RecordId recordId() {
    return RecordId.read(drawn());
  }

  public KeyId keyId() {
    return KeyId.read(drawn());
  }

  private ByteBuffer drawn() {
    fill(words.array());
    return words.rewind();
  }

  private void refill() {
    if (poolsLeft == 0) {
      reseed();
    }
    try {
      stream.update(zeros, 0, POOL_BYTES, pool, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CTR stopped", e);
    }
    poolsLeft--;
    used = 0;
  }
}
