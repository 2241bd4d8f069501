package io.safehand.core.vault.tree;

import java.util.Collection;
import java.util.List;

/**
 * The stored pages of one company's trees, as one transaction sees them. Not for use by a second thread.
 *
 * <p>Everything read comes from one snapshot. A writer holds the tree's lock before it reads, until its
 * transaction ends.
 */
public interface KeyPages {
  /** Those of these pages that exist, in any order. At most some hundred are asked for at once. */
  List<SealedPage> pages(Collection<PageAddress> addresses);

  /** Stores pages, each in place of the one at its address if there is one. */
  void put(Collection<SealedPage> pages);

  /** Removes the pages at these addresses. */
  void remove(Collection<PageAddress> addresses);
}
