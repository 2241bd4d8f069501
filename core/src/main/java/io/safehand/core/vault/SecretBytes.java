package io.safehand.core.vault;

import java.util.Arrays;

/** 32 bytes that are overwritten on close and never print. */
final class SecretBytes implements AutoCloseable {
  static final int BYTES = 32;
  private final byte[] bytes;
  private boolean closed;

  /** Takes the array over: the caller keeps no copy. */
  SecretBytes(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key is 32 bytes");
    }
    this.bytes = bytes;
  }

  /** The bytes themselves, not to be kept or changed. */
  byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("this key is closed");
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
    return "•••";
  }
}
