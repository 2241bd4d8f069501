package io.safehand.core.vault.tree;

import java.util.Comparator;

/**
 * Where a page stands: level 0 holds keys of people, 64 to a page; the pages of levels 1 to 3 hold the keys of the
 * pages below; level 3 is the one top page, whose first 8 entries are reserved for index epoch keys.
 *
 * <p>So a tree has {@value #LEAVES} leaves and room for {@value #SLOTS} keys. A slot is leaf number × 64 + entry.
 */
public record PageAddress(TreeName tree, int level, int number) implements Comparable<PageAddress> {
  public static final int PAGE_ENTRIES = 64;
  public static final int TOP_LEVEL = 3;
  public static final int RESERVED_ENTRIES = 8;
  public static final int LEAVES = (PAGE_ENTRIES - RESERVED_ENTRIES) * PAGE_ENTRIES * PAGE_ENTRIES;
  public static final int SLOTS = LEAVES * PAGE_ENTRIES;

  private static final Comparator<PageAddress> ORDER = Comparator.comparing(PageAddress::tree)
      .thenComparingInt(PageAddress::level)
      .thenComparingInt(PageAddress::number);

  public PageAddress {
    if (level < 0 || level > TOP_LEVEL || number < 0 || number >= pages(level)) {
      throw new IllegalArgumentException("a key tree has no page " + number + " on level " + level);
    }
  }

  /** How many pages this level may have. */
  static int pages(int level) {
    return level == TOP_LEVEL ? 1 : LEAVES >> (6 * level);
  }

  public static PageAddress leafOf(TreeName tree, int slot) {
    return new PageAddress(tree, 0, slot / PAGE_ENTRIES);
  }

  public static PageAddress top(TreeName tree) {
    return new PageAddress(tree, TOP_LEVEL, 0);
  }

  public boolean isTop() {
    return level == TOP_LEVEL;
  }

  /** The page that holds this page's key. The top page has none: its key is the root. */
  public PageAddress parent() {
    return new PageAddress(tree, level + 1, level + 1 == TOP_LEVEL ? 0 : number / PAGE_ENTRIES);
  }

  /** Which entry of the parent holds this page's key. */
  int entryInParent() {
    return level + 1 == TOP_LEVEL ? RESERVED_ENTRIES + number : number % PAGE_ENTRIES;
  }

  /** The page below whose key this entry holds. */
  PageAddress child(int entry) {
    return new PageAddress(tree, level - 1,
        isTop() ? entry - RESERVED_ENTRIES : number * PAGE_ENTRIES + entry);
  }

  @Override
  public int compareTo(PageAddress other) {
    return ORDER.compare(this, other);
  }
}
