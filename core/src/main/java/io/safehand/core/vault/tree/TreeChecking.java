package io.safehand.core.vault.tree;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads rewritten pages back from the root down and compares every surviving entry with what was there before. */
final class TreeChecking {
  private static final int PAGES_AT_ONCE = 256;
  private final TreeReading reading;
  private final KeyPages pages;

  TreeChecking(TreeReading reading, KeyPages pages) {
    this.reading = reading;
    this.pages = pages;
  }

  void check(TreeErasure erasure, Consumer<SealedPage> readBack) {
    List<RewrittenPage> all = erasure.rewritten();
    for (int from = 0; from < all.size(); from += PAGES_AT_ONCE) {
      List<RewrittenPage> some = all.subList(from, Math.min(from + PAGES_AT_ONCE, all.size()));
      reading.readAhead(some.stream().map(RewrittenPage::address).toList());
      for (RewrittenPage expected : some) {
        SealedPage stored = reading.sealed(expected.address())
            .orElseThrow(() -> new RewriteDiffers(expected.address(), "is not there"));
        compare(expected);
        readBack.accept(stored);
      }
    }
    for (int from = 0; from < erasure.removed().size(); from += PAGES_AT_ONCE) {
      gone(erasure.removed().subList(from, Math.min(from + PAGES_AT_ONCE, erasure.removed().size())));
    }
  }

  private void compare(RewrittenPage expected) {
    PageAddress address = expected.address();
    Optional<OpenedPage> opened = address.level() == 0 ? reading.leaf(address) : reading.inner(address);
    OpenPage page = opened.orElseThrow(() -> new RewriteDiffers(address, "is not in the tree")).page();
    if (page.present() != (expected.survivors() | expected.children())) {
      throw new RewriteDiffers(address, "holds other entries than survive");
    }
    if (!MessageDigest.isEqual(page.digest(expected.survivors()), expected.before())) {
      throw new RewriteDiffers(address, "a surviving entry is not as it was");
    }
    if (address.level() == 0) {
      opened.get().close();
    }
  }

  private void gone(List<PageAddress> removed) {
    List<SealedPage> left = pages.pages(removed);
    if (!left.isEmpty()) {
      throw new RewriteDiffers(left.getFirst().address(), "is still there");
    }
    for (PageAddress address : removed) {
      Optional<OpenedPage> parent = reading.inner(address.parent());
      if (parent.isPresent() && !parent.get().page().isAbsent(address.entryInParent())) {
        throw new RewriteDiffers(address, "its key is still there");
      }
    }
  }
}
