package io.safehand.core.vault.tree;

import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The key of a tree's top page: everything below opens with it and nothing without it. One root, one tree.
 *
 * <p>Overwritten on {@link #close()}, refused afterwards. Prints its id only.
 */
public final class RootKey implements AutoCloseable {
  private final RootId id;
  private final byte[] bytes;
  private boolean closed;

  private RootKey(RootId id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  /** A new root with a new id. */
  public static RootKey draw(Randomness randomness) {
    byte[] bytes = new byte[SecretBox.KEY_BYTES];
    randomness.fill(bytes);
    return new RootKey(RootId.draw(randomness), bytes);
  }

  /** Reads 32 bytes of key. */
  public static RootKey read(RootId id, ByteBuffer from) {
    byte[] bytes = new byte[SecretBox.KEY_BYTES];
    from.get(bytes);
    return new RootKey(id, bytes);
  }

  /** Writes the 32 bytes in clear: only into what is sealed next. */
  public void write(ByteBuffer to) {
    to.put(bytes());
  }

  public RootId id() {
    return id;
  }

  /** The bytes themselves, not to be kept or changed. */
  byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("this root is closed");
    }
    return bytes;
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public String toString() {
    return "root " + id;
  }
}
