package io.safehand.server.start;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Waits for another process. */
final class Pause {
  private Pause() {}

  static void millis(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the database");
    }
  }
}
