package io.safehand.core.handover.age;

import java.io.IOException;

/** An age file was refused. The reason is stable; nothing of the content is quoted. */
public final class AgeRefused extends IOException {
  private static final long serialVersionUID = 1L;

  /** Where reading stopped. */
  public enum Reason {
    /** The file is not addressed to this key, or what was addressed to it was altered. */
    NO_MATCH,
    /** The header is not well formed age v1. */
    HEADER,
    /** The header was altered: its own key does not confirm it. */
    HEADER_FORGED,
    /** A chunk was altered, moved, cut off or added. */
    PAYLOAD
  }

  private final Reason reason;

  AgeRefused(Reason reason) {
    super("age file refused: " + reason);
    this.reason = reason;
  }

  AgeRefused(Reason reason, Throwable cause) {
    super("age file refused: " + reason, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
