package io.safehand.core.vault.root;

/** This version cannot unseal in that mode. */
public final class UnsealModeNotBuilt extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsealModeNotBuilt(UnsealMode mode) {
    super("unseal mode " + mode + " is not built yet");
  }
}
