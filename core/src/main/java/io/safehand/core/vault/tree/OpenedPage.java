package io.safehand.core.vault.tree;

/**
 * A page of the tree, opened.
 *
 * @param version as read; 0 when the page is new
 */
record OpenedPage(PageAddress address, PageKey key, long version, OpenPage page) implements AutoCloseable {
  /** What it is before it is written anew. */
  ReplacedPage replaced() {
    return new ReplacedPage(address, key.id(), version);
  }

  @Override
  public void close() {
    key.close();
    page.close();
  }
}
