package io.safehand.core.vault.tree;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Where the newest record of each page begins in the log: 8 bytes a page, at most 1.9 MB. */
final class PageOffsets {
  private static final long NONE = -1;
  private final long[][] levels = new long[PageAddress.TOP_LEVEL + 1][0];

  long get(PageAddress address) {
    long[] level = levels[address.level()];
    return address.number() < level.length ? level[address.number()] : NONE;
  }

  boolean has(PageAddress address) {
    return get(address) != NONE;
  }

  void set(PageAddress address, long offset) {
    long[] level = levels[address.level()];
    if (address.number() >= level.length) {
      int room = Math.min(PageAddress.pages(address.level()), Math.max(64, 2 * address.number() + 1));
      levels[address.level()] = Arrays.copyOf(level, room);
      Arrays.fill(levels[address.level()], level.length, room, NONE);
    }
    levels[address.level()][address.number()] = offset;
  }

  void remove(PageAddress address) {
    if (has(address)) {
      set(address, NONE);
    }
  }

  void clear() {
    Arrays.fill(levels, new long[0]);
  }

  /** Offsets in the order of addresses. */
  void forEach(LongConsumer use) {
    for (long[] level : levels) {
      for (long offset : level) {
        if (offset != NONE) {
          use.accept(offset);
        }
      }
    }
  }

  int count() {
    int count = 0;
    for (long[] level : levels) {
      for (long offset : level) {
        count += offset == NONE ? 0 : 1;
      }
    }
    return count;
  }
}
