package io.safehand.core.vault.tree;

/** A page names the right key and does not open with it: changed, moved, or damaged on disk. */
public final class ForgedPage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForgedPage(SealedPage page) {
    super(page + " does not open: changed, moved or damaged");
  }
}
