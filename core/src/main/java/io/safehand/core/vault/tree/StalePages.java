package io.safehand.core.vault.tree;

/**
 * A page is sealed under a key that the given root does not lead to. Read root id and pages again in one new snapshot;
 * if it stays so, pages are missing or were put back.
 */
public final class StalePages extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StalePages(PageAddress address) {
    super("page " + address.number() + " of level " + address.level() + " is not under this root");
  }
}
