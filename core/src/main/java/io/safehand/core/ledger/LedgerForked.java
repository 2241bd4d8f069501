package io.safehand.core.ledger;

/** The log has another history than a checkpoint that was shown. */
public final class LedgerForked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerForked(String message) {
    super(message);
  }
}
