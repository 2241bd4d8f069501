package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import java.nio.ByteBuffer;

/** The name of a root: 128 random bits; also the page key id of a tree's top page. Text form as {@link KeyId}. */
public record RootId(KeyId key) implements Comparable<RootId> {
  public static final int BYTES = KeyId.BYTES;

  public static RootId draw(Randomness randomness) {
    return new RootId(randomness.keyId());
  }

  public static RootId read(ByteBuffer from) {
    return new RootId(KeyId.read(from));
  }

  public static RootId parse(String text) {
    return new RootId(KeyId.parse(text));
  }

  public void write(ByteBuffer to) {
    key.write(to);
  }

  @Override
  public int compareTo(RootId other) {
    return key.compareTo(other.key);
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
