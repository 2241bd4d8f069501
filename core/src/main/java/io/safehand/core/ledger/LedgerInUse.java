package io.safehand.core.ledger;

/** Another process, or another part of this one, has the log open. */
public final class LedgerInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerInUse(String message) {
    super(message);
  }
}
