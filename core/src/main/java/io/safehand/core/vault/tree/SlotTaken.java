package io.safehand.core.vault.tree;

/** A key was to be put where one is. Nothing was written. */
public final class SlotTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SlotTaken(String what) {
    super(what);
  }
}
