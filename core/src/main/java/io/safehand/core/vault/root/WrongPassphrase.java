package io.safehand.core.vault.root;

/** The passphrase, or in mode S0 the key file, is not the one the root was sealed with. Nothing was opened. */
public final class WrongPassphrase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongPassphrase(UnsealMode mode) {
    super((mode == UnsealMode.S0 ? "the key file" : "the passphrase") + " does not open this root");
  }
}
