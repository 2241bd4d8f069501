package io.safehand.server.base.messages;

/** An open way out for letters, one after the other. For one thread at a time. */
public interface Post extends AutoCloseable {
  /** Hands one letter on; never throws for what the other side does. */
  Posted post(Letter letter);

  @Override
  void close();
}
