package io.safehand.server.custody.papers;

/** A paper was not filed, for a reason with a stable code. Nothing was kept of it. */
public final class PaperRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  PaperRefused(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    /** Its bytes are of no kind that may be filed, whatever its name says. */
    KIND
  }
}
