package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import java.util.Arrays;

/** The key of one page, in clear. */
final class PageKey implements AutoCloseable {
  private final KeyId id;
  private final byte[] bytes;

  PageKey(KeyId id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  static PageKey draw(Randomness randomness) {
    byte[] bytes = new byte[SecretBox.KEY_BYTES];
    randomness.fill(bytes);
    return new PageKey(randomness.keyId(), bytes);
  }

  static PageKey of(RootKey root) {
    return new PageKey(root.id().key(), root.bytes().clone());
  }

  KeyId id() {
    return id;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
