package io.safehand.core.vault.root;

/** The key file can be read by others, or is not a key file. */
public final class UnsafeKeyFile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsafeKeyFile(String what) {
    super(what);
  }
}
