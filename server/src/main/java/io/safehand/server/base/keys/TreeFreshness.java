package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.TreeOutdated;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.tree.DamagedTreeLog;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.storage.Storage;
import org.springframework.stereotype.Component;

/**
 * Compares the key trees of the database with their second places, so that an older database shows even where no line
 * of its log is missing.
 */
@Component
final class TreeFreshness {
  private final Storage storage;
  private final PageLogs logs;
  private final HouseSigner signer;

  TreeFreshness(Storage storage, PageLogs logs, HouseSigner signer) {
    this.storage = storage;
    this.logs = logs;
    this.signer = signer;
  }

  /** @throws TreeOutdated when a living tree was written after the database was copied */
  void check() {
    for (TreeName tree : logs.known()) {
      if (isLiving(tree) && logged(tree) > stored(tree)) {
        throw new TreeOutdated();
      }
    }
  }

  /** A tree that was destroyed leaves its log behind, and no root. */
  private boolean isLiving(TreeName tree) {
    return !signer.house().slots().ids(RootOwner.of(tree)).isEmpty();
  }

  private long logged(TreeName tree) {
    try {
      return logs.of(tree).version();
    } catch (DamagedTreeLog said) {
      return 0; // it is said when the vault is opened, and concerns one company
    }
  }

  private long stored(TreeName tree) {
    return storage.in(tree.company(), () -> new StoredTrees(tree.company(), storage).find(tree.tree()))
        .map(TreeState::version)
        .orElse(0L);
  }
}
