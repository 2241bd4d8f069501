package io.safehand.server.deal.handover;

/**
 * Somebody consented, objected, withdrew, was held or was destroyed while the package was packed. Nothing left and the
 * decision stands: release again.
 */
public final class FactsChanged extends RuntimeException {
  private static final long serialVersionUID = 1;

  FactsChanged() {
    super("what decides about people changed while they were packed; nothing left, release again");
  }
}
