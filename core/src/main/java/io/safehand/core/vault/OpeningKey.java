package io.safehand.core.vault;

/**
 * A key that opens something of one person: everything, every group, or one group. 256 bits.
 *
 * <p>{@link #id()} is the id drawn with the person key, also in keys derived from it. {@link #close()} overwrites
 * the bytes, after which every use is refused with {@link IllegalStateException}; copies made by the JDK's
 * ciphers are overwritten by the next key they get. Prints {@code •••}.
 */
public abstract sealed class OpeningKey implements AutoCloseable permits PersonKey, DataKey, GroupKey {
  private final KeyId id;
  private final SecretBytes secret;

  OpeningKey(KeyId id, byte[] bytes) {
    this.id = id;
    this.secret = new SecretBytes(bytes);
  }

  public KeyId id() {
    return id;
  }

  byte[] bytes() {
    return secret.bytes();
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
