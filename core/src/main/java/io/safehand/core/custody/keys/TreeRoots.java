package io.safehand.core.custody.keys;

import io.safehand.core.disk.SyncFailed;
import io.safehand.core.vault.root.RootFolderMissing;
import io.safehand.core.vault.root.RootOwner;
import io.safehand.core.vault.root.RootSlots;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The slots of one owner among all slots. Slots have one writer at a time, so all owners share one lock. */
public final class TreeRoots implements Roots {
  private final RootSlots slots;
  private final List<Path> folders;
  private final RootOwner owner;

  public TreeRoots(RootSlots slots, List<Path> folders, RootOwner owner) {
    this.slots = slots;
    this.folders = folders;
    this.owner = owner;
  }

  /** A copy that lacks the root gets it back from one that has it. */
  @Override
  public RootKey load(RootId root) {
    synchronized (slots) {
      slots.repair(root);
      return slots.load(root);
    }
  }

  @Override
  public void store(RootKey root) {
    synchronized (slots) {
      slots.store(owner, root);
    }
  }

  @Override
  public List<String> erase(RootId root) {
    synchronized (slots) {
      try {
        slots.erase(root);
        return List.of();
      } catch (UncheckedIOException | RootFolderMissing notEverywhere) {
        if (SyncFailed.isBehind(notEverywhere)) {
          throw notEverywhere;
        }
        return IntStream.range(0, folders.size())
            .filter(copy -> !isGone(folders.get(copy), root))
            .mapToObj(TreeRoots::name)
            .toList();
      }
    }
  }

  @Override
  public List<RootId> listed() {
    synchronized (slots) {
      return List.copyOf(slots.ids(owner));
    }
  }

  /** How papers call a copy of the roots, by its place among the listed folders, from 0. */
  public static String name(int copy) {
    return "root-copy-" + (copy + 1);
  }

  private static boolean isGone(Path folder, RootId root) {
    return Files.isDirectory(folder) && Files.notExists(folder.resolve(root + ".root"));
  }
}
