package io.safehand.core.vault.tree;

import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Has every version of every page, and opens whatever the keys in hand open, until nothing new comes out. */
public final class Attacker {
  private final PageSealing sealing = new PageSealing(Suite.AES_256_GCM, new Randomness(new SecureRandom()),
      new PageKeys(0));
  private final List<SealedPage> closed;
  private final Map<KeyId, PageKey> keys = new HashMap<>();
  private final Map<KeyId, KeyEntry> people = new HashMap<>();
  private final Set<Long> epochs = new TreeSet<>();

  public Attacker(Collection<SealedPage> pages) {
    this.closed = new ArrayList<>(pages);
  }

  public void learn(RootKey root) {
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
    OpenPage open = sealing.open(page, key).page();
    for (int entry = 0; entry < PageAddress.PAGE_ENTRIES; entry++) {
      Optional<PageKey> below = open.pageKey(entry);
      if (below.isPresent()) {
        keys.put(below.get().id(), below.get());
      } else if (page.address().level() == 0 && !open.isAbsent(entry)) {
        people.put(open.keyId(entry), open.person(entry));
      }
      open.epoch(entry).ifPresent(epoch -> epochs.add(epoch.epoch()));
    }
    return true;
  }

  public Set<KeyId> knows() {
    return Set.copyOf(people.keySet());
  }

  /** The index epochs whose key came out. */
  public Set<Long> epochs() {
    return epochs;
  }
}
