package io.safehand.core.ledger;

/** Lines that were durable cannot be read back from either folder. */
public final class LedgerDamaged extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerDamaged(String message) {
    super(message);
  }

  LedgerDamaged(String message, Throwable cause) {
    super(message, cause);
  }
}
