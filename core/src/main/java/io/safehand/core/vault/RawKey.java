package io.safehand.core.vault;

import javax.crypto.SecretKey;

/** Key bytes as the JDK wants them, without a copy of our own: the owner of the array zeroes it. Cannot be written to a stream. */
final class RawKey implements SecretKey {
  private static final long serialVersionUID = 1L;
  private final transient byte[] bytes;

  RawKey(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public String getAlgorithm() {
    return "AES";
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  /** A copy, because the JDK zeroes what it gets. */
  @Override
  public byte[] getEncoded() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
