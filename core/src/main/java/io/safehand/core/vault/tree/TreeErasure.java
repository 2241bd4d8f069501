package io.safehand.core.vault.tree;

import java.util.List;

/**
 * What an erasure did to the pages of a tree. It holds of only once the transaction is committed, the pages were
 * {@linkplain KeyTree#check read back} and the root {@link #from} is erased in every copy.
 */
public final class TreeErasure {
  private final RootId from;
  private final RootId to;
  private final int erased;
  private final List<KeyPlace> missing;
  private final List<RewrittenPage> rewritten;
  private final List<PageAddress> removed;
  private final List<ReplacedPage> replaced;

  TreeErasure(RootId from, RootId to, int erased, List<KeyPlace> missing, List<RewrittenPage> rewritten,
      List<PageAddress> removed, List<ReplacedPage> replaced) {
    this.from = from;
    this.to = to;
    this.erased = erased;
    this.missing = List.copyOf(missing);
    this.rewritten = List.copyOf(rewritten);
    this.removed = List.copyOf(removed);
    this.replaced = List.copyOf(replaced);
  }

  /** The root to be erased now. */
  public RootId from() {
    return from;
  }

  /** The root that opens the tree now; the same as {@link #from} when nothing was found and nothing written. */
  public RootId to() {
    return to;
  }

  /** Whether pages were written. If not, the next root was not used and is erased like any candidate. */
  public boolean changed() {
    return !from.equals(to);
  }

  /** How many entries were erased. */
  public int erased() {
    return erased;
  }

  /** What was not found: no such key of that person in that page. Nothing else was erased in its place. */
  public List<KeyPlace> missing() {
    return missing;
  }

  /** Pages that were written. */
  public int pagesWritten() {
    return rewritten.size();
  }

  /** Pages that became empty and were removed. */
  public List<PageAddress> removed() {
    return removed;
  }

  /** What every rewritten or removed page was before. */
  public List<ReplacedPage> replaced() {
    return replaced;
  }

  List<RewrittenPage> rewritten() {
    return rewritten;
  }
}
