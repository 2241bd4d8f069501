package io.safehand.server.base.keys;

import io.safehand.core.vault.tree.TreeId;

/** The database knows no such key tree of this company. */
public final class NoSuchTree extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchTree(TreeId tree) {
    super("no key tree " + tree);
  }
}
