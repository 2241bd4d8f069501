package io.safehand.core.vault.root;

import io.safehand.core.vault.tree.RootId;

/** No listed copy holds this root: what it opened is gone, or the folders are not those of this database. */
public final class RootMissing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RootMissing(RootId id) {
    super("no copy of root " + id);
  }
}
