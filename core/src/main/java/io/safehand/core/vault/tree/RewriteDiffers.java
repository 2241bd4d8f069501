package io.safehand.core.vault.tree;

/** A page read back after an erasure does not hold exactly what survives. The old root must not be erased. */
public final class RewriteDiffers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RewriteDiffers(PageAddress address, String what) {
    super("page " + address.number() + " of level " + address.level() + ": " + what);
  }
}
