package io.safehand.core.custody.stored;

import io.safehand.core.vault.tree.TreeId;
import java.util.Optional;

/** The company's key trees. */
public interface Trees {
  TreeState state(TreeId tree);

  /** The same, if there is such a tree. */
  Optional<TreeState> find(TreeId tree);

  /** The state as it is now, locked against other writers until the transaction ends. */
  TreeState lock(TreeId tree);

  void save(TreeState state);

  /** Takes {@code count} leaf numbers that nobody else will use; returns the first. Durable even if unused. */
  int takeLeaves(TreeId tree, int count);

  /** Removes the tree's state and every page of it, if there is such a tree. */
  void remove(TreeId tree);
}
