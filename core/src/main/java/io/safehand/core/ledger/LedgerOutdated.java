package io.safehand.core.ledger;

/** The log is shorter than a checkpoint that was shown: it is an old copy. */
public final class LedgerOutdated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerOutdated(String message) {
    super(message);
  }
}
