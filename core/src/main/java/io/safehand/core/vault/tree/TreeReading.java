package io.safehand.core.vault.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens pages of one tree in one snapshot, from the root down. A page is absent only if its parent says so too: a row
 * that is missing, or sealed under another key than its parent holds, is {@link StalePages}.
 */
final class TreeReading implements AutoCloseable {
  private final TreeName tree;
  private final RootKey root;
  private final KeyPages pages;
  private final PageSealing sealing;
  private final PageKeys held;
  private final Map<PageAddress, OpenedPage> inner = new HashMap<>();
  private final Map<PageAddress, Optional<SealedPage>> fetched = new HashMap<>();

  TreeReading(TreeName tree, RootKey root, KeyPages pages, PageSealing sealing, PageKeys held) {
    this.tree = tree;
    this.root = root;
    this.pages = pages;
    this.sealing = sealing;
    this.held = held;
  }

  TreeName tree() {
    return tree;
  }

  /** Reads these pages in one call, in place of those read ahead before. */
  void readAhead(Collection<PageAddress> addresses) {
    fetched.clear();
    fetched.putAll(stored(addresses));
  }

  private Map<PageAddress, Optional<SealedPage>> stored(Collection<PageAddress> addresses) {
    Map<PageAddress, Optional<SealedPage>> rows = new HashMap<>();
    addresses.forEach(address -> rows.put(address, Optional.empty()));
    pages.pages(addresses).forEach(page -> rows.put(page.address(), Optional.of(page)));
    return rows;
  }

  /** The page as it was read ahead, still sealed. */
  Optional<SealedPage> sealed(PageAddress address) {
    return fetched.getOrDefault(address, Optional.empty());
  }

  /** The leaf, read ahead or now. The caller closes it. */
  Optional<OpenedPage> leaf(PageAddress address) {
    if (!fetched.containsKey(address)) {
      readAhead(List.of(address));
    }
    Optional<SealedPage> page = sealed(address);
    Optional<PageKey> known = page.flatMap(row -> held.key(root.id(), row));
    if (known.isPresent()) {
      return page.map(row -> sealing.open(row, known.get()));
    }
    return inner(address.parent()).flatMap(parent -> below(parent, address, page));
  }

  /** The inner page; kept open until this reading is closed. */
  Optional<OpenedPage> inner(PageAddress address) {
    if (!inner.containsKey(address)) {
      readInner(address);
    }
    return Optional.ofNullable(inner.get(address));
  }

  /** Opens the inner pages from the top to this one, reading those that are not open in one call. */
  private void readInner(PageAddress address) {
    List<PageAddress> path = new ArrayList<>();
    for (PageAddress at = address; !inner.containsKey(at); at = at.parent()) {
      path.addFirst(at);
      if (at.isTop()) {
        break;
      }
    }
    Map<PageAddress, Optional<SealedPage>> rows = stored(path);
    for (PageAddress at : path) {
      Optional<SealedPage> row = rows.getOrDefault(at, Optional.empty());
      Optional<OpenedPage> opened = at.isTop()
          ? Optional.of(top(row))
          : Optional.ofNullable(inner.get(at.parent())).flatMap(parent -> below(parent, at, row));
      opened.ifPresent(page -> keep(page, row));
    }
  }

  private void keep(OpenedPage page, Optional<SealedPage> row) {
    inner.put(page.address(), page);
    row.ifPresent(sealed -> held.remember(root.id(), sealed, page.page()));
  }

  private OpenedPage top(Optional<SealedPage> row) {
    PageKey key = PageKey.of(root);
    return row.filter(page -> page.pageKey().equals(key.id()))
        .map(page -> sealing.open(page, key))
        .orElseThrow(() -> new StalePages(PageAddress.top(tree)));
  }

  private Optional<OpenedPage> below(OpenedPage parent, PageAddress address, Optional<SealedPage> row) {
    Optional<PageKey> key = parent.page().pageKey(address.entryInParent());
    if (!key.map(PageKey::id).equals(row.map(SealedPage::pageKey))) {
      throw new StalePages(address);
    }
    return row.map(page -> sealing.open(page, key.orElseThrow()));
  }

  /** Puts a page in place of the one that was read. */
  void replace(OpenedPage page) {
    inner.put(page.address(), page);
  }

  @Override
  public void close() {
    inner.values().forEach(OpenedPage::close);
    inner.clear();
    fetched.clear();
  }
}
