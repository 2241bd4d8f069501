package io.safehand.core.custody.stored;

import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.TreeId;

/**
 * Where one key tree of a company stands.
 *
 * @param root the root that opens it; every other root of this tree is a candidate or a leftover
 * @param version counts the writes, so that a second place knows whether it has all of them
 * @param nextLeaf the first leaf page that nobody has taken yet
 * @param epoch the number of the index key in use
 */
public record TreeState(TreeId tree, RootId root, long version, int nextLeaf, long epoch) {
  public TreeState written() {
    return new TreeState(tree, root, version + 1, nextLeaf, epoch);
  }

  public TreeState inEpoch(long number) {
    return new TreeState(tree, root, version, nextLeaf, number);
  }

  public TreeState under(RootId next) {
    return new TreeState(tree, next, version + 1, nextLeaf, epoch);
  }
}
