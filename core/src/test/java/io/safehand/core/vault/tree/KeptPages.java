package io.safehand.core.vault.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Pages of which somebody keeps every version. */
final class KeptPages extends MemoryKeyPages {
  private final List<SealedPage> ever = new ArrayList<>();

  @Override
  public void put(Collection<SealedPage> changed) {
    ever.addAll(changed);
    super.put(changed);
  }

  List<SealedPage> ever() {
    return ever;
  }
}
