package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyId;

/** What a page was before a write replaced or removed it: under one key, no version comes twice and none comes back. */
public record ReplacedPage(PageAddress address, KeyId key, long version) {
  public static ReplacedPage of(SealedPage page) {
    return new ReplacedPage(page.address(), page.pageKey(), page.version());
  }

  /** What a page was that a fill wrote anew. */
  public static ReplacedPage by(SealedPage filled) {
    return new ReplacedPage(filled.address(), filled.pageKey(), filled.version() - 1);
  }

  /** Whether a newer page under the same key is known: this one was put back. */
  public boolean isOlderThan(SealedPage known) {
    return known.pageKey().equals(key) && known.version() > version;
  }
}
