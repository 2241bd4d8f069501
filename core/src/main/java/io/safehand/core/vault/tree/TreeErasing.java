package io.safehand.core.vault.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Removes keys and draws fresh page keys from their leaves to the root, so that old pages and the new root together do
 * not give them back. Every page is read and written once; one that becomes empty is removed.
 */
final class TreeErasing {
  private static final int LEAVES_AT_ONCE = 256;

  private final TreeReading reading;
  private final KeyPages pages;
  private final PageSealing sealing;
  private final SortedMap<PageAddress, Long> touched = new TreeMap<>();
  private final List<SealedPage> waiting = new ArrayList<>();
  private final List<RewrittenPage> rewritten = new ArrayList<>();
  private final List<PageAddress> removed = new ArrayList<>();
  private final List<ReplacedPage> replaced = new ArrayList<>();
  private final List<KeyPlace> missing = new ArrayList<>();
  private int erased;

  TreeErasing(TreeReading reading, KeyPages pages, PageSealing sealing) {
    this.reading = reading;
    this.pages = pages;
    this.sealing = sealing;
  }

  TreeErasure people(RootId from, List<KeyPlace> places, RootKey next) {
    List<KeyPlace> sorted = new ArrayList<>(places);
    sorted.sort(Comparator.comparingInt(KeyPlace::slot));
    int at = 0;
    while (at < sorted.size()) {
      Map<PageAddress, List<KeyPlace>> batch = new TreeMap<>();
      for (; at < sorted.size(); at++) {
        KeyPlace place = sorted.get(at);
        PageAddress leaf = PageAddress.leafOf(reading.tree(), place.slot());
        if (batch.size() == LEAVES_AT_ONCE && !batch.containsKey(leaf)) {
          break;
        }
        batch.computeIfAbsent(leaf, address -> new ArrayList<>()).add(place);
      }
      reading.readAhead(batch.keySet());
      batch.forEach(this::eraseIn);
      flush();
    }
    return erased == 0 ? result(from, from) : finished(from, next);
  }

  TreeErasure epochs(RootId from, Set<Long> epochs, RootKey next) {
    PageAddress address = PageAddress.top(reading.tree());
    OpenPage top = reading.inner(address).orElseThrow().page();
    for (int entry = 0; entry < PageAddress.RESERVED_ENTRIES; entry++) {
      if (top.epoch(entry).filter(key -> epochs.contains(key.epoch())).isPresent()) {
        top.clear(entry);
        erased++;
      }
    }
    return erased == 0 ? result(from, from) : finished(from, next);
  }

  /** The top page under the next root, nothing removed. */
  TreeErasure nothing(RootId from, RootKey next) {
    return finished(from, next);
  }

  private void eraseIn(PageAddress address, List<KeyPlace> places) {
    OpenedPage leaf = reading.leaf(address).orElse(null);
    if (leaf == null) {
      missing.addAll(places);
      return;
    }
    long present = leaf.page().present();
    long erasing = 0;
    for (KeyPlace place : places) {
      long found = found(leaf.page(), present, place);
      erasing |= found;
      if (found == 0) {
        missing.add(place);
      }
    }
    if (erasing != 0) {
      erased += Long.bitCount(erasing);
      settleLeaf(leaf, present & ~erasing, erasing);
    }
    leaf.close();
  }

  /** Every entry of this person and key: the slot is only a hint. */
  private static long found(OpenPage page, long present, KeyPlace place) {
    long found = 0;
    for (long left = present; left != 0; left &= left - 1) {
      int entry = Long.numberOfTrailingZeros(left);
      found |= page.isOf(entry, place.person(), place.key()) ? 1L << entry : 0;
    }
    return found;
  }

  private void settleLeaf(OpenedPage leaf, long survivors, long erasing) {
    byte[] before = leaf.page().digest(survivors);
    for (long left = erasing; left != 0; left &= left - 1) {
      leaf.page().clear(Long.numberOfTrailingZeros(left));
    }
    settle(leaf, new RewrittenPage(leaf.address(), survivors, 0, before));
  }

  /** Writes a page under a fresh key, or removes it when empty; its parent has to follow. */
  private void settle(OpenedPage page, RewrittenPage record) {
    PageAddress address = page.address();
    replaced.add(page.replaced());
    OpenedPage parent = reading.inner(address.parent()).orElseThrow(() -> new StalePages(address));
    int entry = address.entryInParent();
    touched.merge(parent.address(), 1L << entry, (a, b) -> a | b);
    if (record.isEmpty()) {
      parent.page().clear(entry);
      removed.add(address);
      return;
    }
    try (OpenedPage fresh = new OpenedPage(address, sealing.drawKey(), page.version(), page.page())) {
      parent.page().put(entry, fresh.key());
      waiting.add(sealing.seal(fresh));
    }
    rewritten.add(record);
  }

  private TreeErasure finished(RootId from, RootKey next) {
    while (!touched.isEmpty() && !touched.firstKey().isTop()) {
      PageAddress address = touched.firstKey();
      long children = touched.getOrDefault(address, 0L);
      touched.remove(address);
      OpenedPage page = reading.inner(address).orElseThrow(() -> new StalePages(address));
      settle(page, record(page, children));
    }
    settleTop(next);
    flush();
    pages.remove(removed);
    return result(from, next.id());
  }

  private static RewrittenPage record(OpenedPage page, long children) {
    long present = page.page().present();
    long survivors = present & ~children;
    return new RewrittenPage(page.address(), survivors, present & children, page.page().digest(survivors));
  }

  private void settleTop(RootKey next) {
    PageAddress address = PageAddress.top(reading.tree());
    OpenedPage top = reading.inner(address).orElseThrow();
    replaced.add(top.replaced());
    rewritten.add(record(top, touched.getOrDefault(address, 0L)));
    try (PageKey key = PageKey.of(next)) {
      waiting.add(sealing.seal(new OpenedPage(address, key, top.version(), top.page())));
    }
  }

  private void flush() {
    pages.put(waiting);
    waiting.clear();
  }

  private TreeErasure result(RootId from, RootId to) {
    return new TreeErasure(from, to, erased, missing, rewritten, removed, replaced);
  }
}
