package io.safehand.core.vault.tree;

import java.util.ArrayList;
import java.util.List;

/** Records since the last commit, which count only with the next. */
final class PendingPages {
  static final long REMOVED = -1;
  private final List<Pending> pending = new ArrayList<>();

  void add(PageAddress address, long offset) {
    pending.add(new Pending(address, offset));
  }

  int size() {
    return pending.size();
  }

  void clear() {
    pending.clear();
  }

  void moveTo(PageOffsets offsets) {
    for (Pending one : pending) {
      if (one.offset == REMOVED) {
        offsets.remove(one.address);
      } else {
        offsets.set(one.address, one.offset);
      }
    }
    pending.clear();
  }

  /** A page and where its record begins. */
  private record Pending(PageAddress address, long offset) {}
}
