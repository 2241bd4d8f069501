package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Has every version of every page, and opens whatever the keys in hand open, until nothing new comes out. */
final class Attacker {
  private final TreeFixture tree;
  private final List<SealedPage> closed;
  private final Map<KeyId, PageKey> keys = new HashMap<>();
  private final Set<KeyId> people = new HashSet<>();

  Attacker(TreeFixture tree, List<SealedPage> pages) {
    this.tree = tree;
    this.closed = new ArrayList<>(pages);
  }

  void learn(RootKey root) {
    keys.put(root.id().key(), PageKey.of(root));
    while (closed.removeIf(this::opens)) {
      // each round may open more
    }
  }

  private boolean opens(SealedPage page) {
    PageKey key = keys.get(page.pageKey());
    if (key == null) {
      return false;
    }
    OpenPage open = tree.sealing.open(page, key).page();
    for (int entry = 0; entry < PageAddress.PAGE_ENTRIES; entry++) {
      Optional<PageKey> below = open.pageKey(entry);
      if (below.isPresent()) {
        keys.put(below.get().id(), below.get());
      } else if (page.address().level() == 0 && !open.isAbsent(entry)) {
        people.add(open.person(entry).keyId());
      }
    }
    return true;
  }

  Set<KeyId> knows() {
    return people;
  }
}
