package io.safehand.core.vault.tree;

import io.safehand.core.vault.EpochKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts keys where none is. Pages keep their keys; a page that is new draws one, and its parent takes it in. */
final class TreeFilling {
  private final TreeReading reading;
  private final KeyPages pages;
  private final PageSealing sealing;
  private final List<SealedPage> written = new ArrayList<>();
  private final SortedMap<PageAddress, OpenedPage> changed = new TreeMap<>();

  TreeFilling(TreeReading reading, KeyPages pages, PageSealing sealing) {
    this.reading = reading;
    this.pages = pages;
    this.sealing = sealing;
  }

  List<SealedPage> fill(List<PlacedKey> keys) {
    List<PlacedKey> sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.comparingInt(PlacedKey::slot));
    int from = 0;
    while (from < sorted.size()) {
      PageAddress leaf = PageAddress.leafOf(reading.tree(), sorted.get(from).slot());
      int to = from;
      while (to < sorted.size() && sorted.get(to).slot() / PageAddress.PAGE_ENTRIES == leaf.number()) {
        to++;
      }
      fillLeaf(leaf, sorted.subList(from, to));
      from = to;
    }
    return write();
  }

  private void fillLeaf(PageAddress address, List<PlacedKey> keys) {
    Optional<OpenedPage> parent = reading.inner(address.parent());
    boolean isNew = parent.isEmpty() || parent.get().page().isAbsent(address.entryInParent());
    OpenedPage leaf = isNew
        ? added(address)
        : reading.leaf(address).orElseThrow(() -> new StalePages(address));
    for (PlacedKey key : keys) {
      int entry = key.slot() % PageAddress.PAGE_ENTRIES;
      if (!leaf.page().isAbsent(entry)) {
        throw new SlotTaken("slot " + key.slot() + " holds a key");
      }
      leaf.page().put(entry, key.entry());
    }
    written.add(sealing.seal(leaf));
    leaf.close();
  }

  List<SealedPage> fill(EpochKey key) {
    OpenedPage top = reading.inner(PageAddress.top(reading.tree())).orElseThrow();
    for (int entry = 0; entry < PageAddress.RESERVED_ENTRIES; entry++) {
      if (top.page().isAbsent(entry)) {
        top.page().put(entry, key);
        changed.put(top.address(), top);
        return write();
      }
    }
    throw new SlotTaken("all " + PageAddress.RESERVED_ENTRIES + " reserved entries hold epoch keys");
  }

  /** A new page; its parents are made where they do not exist. */
  private OpenedPage added(PageAddress address) {
    OpenedPage page = new OpenedPage(address, sealing.drawKey(), 0, OpenPage.empty());
    PageAddress above = address.parent();
    OpenedPage parent = reading.inner(above).orElseGet(() -> {
      OpenedPage made = added(above);
      reading.replace(made);
      return made;
    });
    parent.page().put(address.entryInParent(), page.key());
    changed.put(above, parent);
    return page;
  }

  private List<SealedPage> write() {
    changed.values().forEach(page -> written.add(sealing.seal(page)));
    pages.put(written);
    return List.copyOf(written);
  }
}
