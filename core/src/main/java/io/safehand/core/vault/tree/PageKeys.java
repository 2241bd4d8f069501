package io.safehand.core.vault.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opened inner pages of one tree under one root, so that a read needs only its leaf: a bounded number, the longest
 * unused first to go. Shared by threads.
 *
 * <p>It gives a key only for a page that the caller has read and that names that key. {@link #become} and {@link
 * #drop} overwrite what is held; pages opened under another root are not taken in afterwards.
 */
public final class PageKeys {
  private final Map<PageAddress, OpenPage> pages = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;
  private Optional<RootId> root = Optional.empty();

  /** @param most inner pages to hold, about 4 KB each; one for 4,096 people holds all */
  public PageKeys(int most) {
    this.most = most;
  }

  /** Serves this root from now on; what belongs to another is overwritten. */
  public synchronized void become(RootId next) {
    if (!root.equals(Optional.of(next))) {
      drop();
      root = Optional.of(next);
    }
  }

  /** Overwrites everything and takes in nothing until the next {@link #become}. */
  public synchronized void drop() {
    pages.values().forEach(OpenPage::close);
    pages.clear();
    root = Optional.empty();
  }

  /** The key of this page, if its parent is held and names the same key for it. The caller closes it. */
  synchronized Optional<PageKey> key(RootId under, SealedPage page) {
    OpenPage parent = page.address().isTop() || !root.equals(Optional.of(under))
        ? null
        : pages.get(page.address().parent());
    return parent == null
        ? Optional.empty()
        : parent.pageKey(page.address().entryInParent()).filter(key -> key.id().equals(page.pageKey()));
  }

  /** Holds a copy of an opened inner page. An older version does no harm: it names fewer keys, or another. */
  synchronized void remember(RootId under, SealedPage sealed, OpenPage page) {
    if (most == 0 || !root.equals(Optional.of(under))) {
      return;
    }
    OpenPage old = pages.put(sealed.address(), page.copy());
    if (old != null) {
      old.close();
    }
    if (pages.size() > most) {
      Map.Entry<PageAddress, OpenPage> eldest = pages.entrySet().iterator().next();
      pages.remove(eldest.getKey());
      eldest.getValue().close();
    }
  }
}
