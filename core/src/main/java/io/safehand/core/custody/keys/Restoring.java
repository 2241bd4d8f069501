package io.safehand.core.custody.keys;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.ReceivedRecord;

import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.LoggedState;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.PlacedKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts an older copy of a company's records under the newest state of their key tree, as the second place has it, after
 * the disk was lost. Records whose person and key the newest tree lacks are removed: absence is the tombstone, so who was
 * erased since the copy stays erased, and everybody else opens.
 *
 * <p>All of it becomes durable as a whole or not at all; doing it again changes nothing. What was taken in or sealed anew
 * since the copy is lost, and counted: the second place has keys, no records. A tree may be that of a package, too. Search tags of index keys that are gone are
 * removed, so everybody has to be tagged anew afterwards.
 */
public final class Restoring {
  private static final int LEAVES_PER_STEP = 64;
  private static final int PAGES_AT_ONCE = 256;

  private final TreeName name;
  private final CustodyStore store;
  private final Roots roots;
  private final PageLog log;
  private final SecureRandom random;

  public Restoring(TreeName name, CustodyStore store, Roots roots, PageLog log, SecureRandom random) {
    this.name = name;
    this.store = store;
    this.roots = roots;
    this.log = log;
    this.random = random;
  }

  /** Does all of it. The caller writes the line, in the same transaction. */
  public Restored restore() {
    return store.together(custody -> {
      Optional<TreeState> old = custody.trees().find(name.tree());
      Optional<LoggedState> newest = log.state()
          .filter(logged -> old.isEmpty() || logged.version() > old.get().version());
      return newest.isEmpty() ? new Restored(false, 0, 0) : restore(custody, old, newest.get());
    });
  }

  private Restored restore(Custody custody, Optional<TreeState> old, LoggedState newest) {
    custody.trees().remove(name.tree());
    int leaves = Math.max(putPages(custody), old.map(TreeState::nextLeaf).orElse(0));
    try (OpenTree tree = new OpenTree(name, Suite.AES_256_GCM, random, roots.load(newest.root()))) {
      TreeState bare = new TreeState(name.tree(), newest.root(), newest.version(), leaves, 0);
      Set<Long> epochs = tree.on(custody, bare, KeyTree::epochs);
      custody.trees()
          .save(new TreeState(name.tree(), newest.root(), newest.version(), leaves,
              epochs.stream().max(Long::compare).orElseThrow()));
      custody.trees().takeLeaves(name.tree(), leaves);
      old.ifPresent(state -> removeTags(custody, state.epoch(), epochs));
      return removeAbsent(custody, tree, bare);
    }
  }

  /** Returns how many leaves the logged tree reaches over. */
  private int putPages(Custody custody) {
    List<SealedPage> some = new ArrayList<>();
    AtomicInteger leaves = new AtomicInteger();
    log.newest(page -> {
      if (page.address().level() == 0) {
        leaves.accumulateAndGet(page.address().number() + 1, Math::max);
      }
      some.add(page);
      if (some.size() == PAGES_AT_ONCE) {
        custody.pages().put(some);
        some.clear();
      }
    });
    custody.pages().put(some);
    return leaves.get();
  }

  private static void removeTags(Custody custody, long newest, Set<Long> living) {
    for (long epoch = Math.max(1, newest - PageAddress.RESERVED_ENTRIES + 1); epoch <= newest; epoch++) {
      if (!living.contains(epoch)) {
        custody.records().removeTags(epoch);
      }
    }
  }

  /** A record is absent when the page that its slot names, opened under the newest root, lacks its key. */
  private Restored removeAbsent(Custody custody, OpenTree tree, TreeState state) {
    List<PersonId> gone = new ArrayList<>();
    long keys = 0;
    long kept = 0;
    for (int leaf = 0; leaf < state.nextLeaf(); leaf += LEAVES_PER_STEP) {
      int first = leaf;
      int count = Math.min(LEAVES_PER_STEP, state.nextLeaf() - leaf);
      Set<Held> held = held(tree.on(custody, state, all -> all.keysIn(first, count)));
      keys += held.size();
      for (SealedRecord record : records(custody, first, count)) {
        if (held.contains(new Held(record.person(), record.key()))) {
          kept++;
        } else {
          gone.add(record.person());
        }
      }
    }
    remove(custody, gone);
    return new Restored(true, gone.size(), name.isOwn() ? keys - kept : 0);
  }

  private static Set<Held> held(List<PlacedKey> keys) {
    Set<Held> held = HashSet.newHashSet(keys.size());
    for (PlacedKey key : keys) {
      try (KeyEntry entry = key.entry()) {
        held.add(new Held(entry.person(), entry.keyId()));
      }
    }
    return held;
  }

  private List<SealedRecord> records(Custody custody, int firstLeaf, int count) {
    return name.isOwn()
        ? custody.records().inLeaves(firstLeaf, count)
        : custody.received(name.tree())
            .inLeaves(firstLeaf, count)
            .stream()
            .map(ReceivedRecord::record)
            .toList();
  }

  private void remove(Custody custody, List<PersonId> gone) {
    if (name.isOwn()) {
      custody.records().remove(gone);
    } else {
      custody.received(name.tree()).remove(gone);
    }
  }

  /**
   * What a restore came to.
   *
   * @param changed whether the second place had more than the database
   * @param removed people whose record was in the copy and whose key is gone: erased since, or sealed anew since
   * @param lost own people whose key lives and whose record is not in the copy
   */
  public record Restored(boolean changed, long removed, long lost) {}

  private record Held(PersonId person, KeyId key) {}
}
