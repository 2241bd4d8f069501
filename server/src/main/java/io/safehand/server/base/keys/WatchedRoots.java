package io.safehand.server.base.keys;

import io.safehand.core.custody.keys.Roots;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.server.base.storage.DiskWatch;
import java.util.List;

/** Root slots that accept nothing once a disk is unsure. */
record WatchedRoots(Roots roots, DiskWatch disks) implements Roots {
  @Override
  public RootKey load(RootId root) {
    return disks.on(() -> roots.load(root));
  }

  @Override
  public void store(RootKey root) {
    disks.on(() -> {
      roots.store(root);
      return root;
    });
  }

  @Override
  public List<String> erase(RootId root) {
    return disks.on(() -> roots.erase(root));
  }

  @Override
  public List<RootId> listed() {
    return roots.listed();
  }
}
