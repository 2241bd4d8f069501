package io.safehand.core.custody.keys;

import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.ReplacedPage;
import io.safehand.core.vault.tree.SealedPage;
import java.util.List;

/** What a transaction wrote to a key tree, to be logged in the second place once it is committed. */
public record WrittenPages(long version, List<SealedPage> pages, List<PageAddress> removed) {
  static WrittenPages filled(long version, List<SealedPage> pages) {
    return new WrittenPages(version, pages, List.of());
  }

  /** What the pages were before, where the tree was filled. */
  List<ReplacedPage> replaced() {
    return pages.stream().map(ReplacedPage::by).toList();
  }
}
