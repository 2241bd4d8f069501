package io.safehand.core.disk;

import java.io.IOException;

/** A disk did not confirm that it holds what was written. Nothing may be acknowledged any more before a restart. */
public final class SyncFailed extends IOException {
  private static final long serialVersionUID = 1L;

  SyncFailed(IOException cause) {
    super("the disk did not confirm a write: " + cause.getMessage(), cause);
  }

  /** Whether a failed sync is among the causes of this failure. */
  public static boolean isBehind(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof SyncFailed)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
