package io.safehand.core.vault;

import java.nio.ByteBuffer;

/** The key of the blind index for one epoch. Whoever holds it can guess values from tags, so it is erased. Prints {@code •••}. */
public final class EpochKey implements AutoCloseable {
  private final long epoch;
  private final KeyId id;
  private final SecretBytes key;

  private EpochKey(long epoch, KeyId id, byte[] bytes) {
    if (epoch <= 0) {
      throw new IllegalArgumentException("an epoch is 1 or more");
    }
    this.epoch = epoch;
    this.id = id;
    this.key = new SecretBytes(bytes);
  }

  /** @param epoch 1 or more, never used before in this tree */
  public static EpochKey draw(long epoch, Randomness randomness) {
    byte[] bytes = new byte[SecretBytes.BYTES];
    randomness.fill(bytes);
    return new EpochKey(epoch, randomness.keyId(), bytes);
  }

  /** Reads epoch (8), key id (16), key (32). */
  public static EpochKey read(ByteBuffer from) {
    long epoch = from.getLong();
    KeyId id = KeyId.read(from);
    byte[] bytes = new byte[SecretBytes.BYTES];
    from.get(bytes);
    return new EpochKey(epoch, id, bytes);
  }

  /** Writes epoch (8), key id (16), key (32) in clear: only into what is sealed next. */
  public void write(ByteBuffer to) {
    to.putLong(epoch);
    id.write(to);
    to.put(key.bytes());
  }

  public long epoch() {
    return epoch;
  }

  public KeyId id() {
    return id;
  }

  byte[] bytes() {
    return key.bytes();
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
