package io.safehand.core.ledger;

/** A write failed earlier, so nothing more is accepted until the log is opened again. */
public final class LedgerStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerStopped(String message) {
    super(message);
  }

  LedgerStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
