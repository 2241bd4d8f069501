package io.safehand.core.custody.keys;

import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.PageKeys;
import io.safehand.core.vault.tree.PageSealing;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A key tree with its live roots and the inner pages held open. For many threads, each in a transaction of its own. */
final class OpenTree implements AutoCloseable {
  /** Inner pages held open: all of them up to about eight million people. */
  private static final int MOST_HELD = 2048;
  private static final int PAGE_BITS = 6;
  private static final int PAGES_AT_ONCE = 256;

  private final TreeName name;
  private final Suite suite;
  private final SecureRandom random;
  private final LiveRoots roots;
  private final PageKeys held = new PageKeys(MOST_HELD);

  /** @param root taken over */
  OpenTree(TreeName name, Suite suite, SecureRandom random, RootKey root) {
    this.name = name;
    this.suite = suite;
    this.random = random;
    this.roots = new LiveRoots(root);
    held.become(root.id());
  }

  TreeName name() {
    return name;
  }

  LiveRoots roots() {
    return roots;
  }

  RootKey drawRoot() {
    return RootKey.draw(new Randomness(random));
  }

  /** The coming root is the one in use. */
  void become() {
    roots.become();
    held.become(roots.current());
  }

  /** Works on the tree under the root that the state names. */
  <T> T on(Custody custody, TreeState state, Function<KeyTree, T> work) {
    return roots.under(state.root(), root -> {
      try (PageSealing sealing = new PageSealing(suite, new Randomness(random), held);
          KeyTree tree = new KeyTree(name, root, custody.pages(), sealing)) {
        return work.apply(tree);
      }
    });
  }

  /** Every page as it is now, each found to open; where none is, its address. To be read in a snapshot. */
  WrittenPages whole(Custody custody) {
    TreeState state = custody.trees().state(name.tree());
    on(custody, state, tree -> {
      for (int leaf = 0; leaf < state.nextLeaf(); leaf += PAGES_AT_ONCE) {
        int leaves = Math.min(PAGES_AT_ONCE, state.nextLeaf() - leaf);
        tree.keysIn(leaf, leaves).forEach(key -> key.entry().close());
      }
      return tree;
    });
    List<SealedPage> pages = new ArrayList<>();
    List<PageAddress> absent = new ArrayList<>();
    for (List<PageAddress> some : addresses(state)) {
      List<SealedPage> there = custody.pages().pages(some);
      pages.addAll(there);
      Set<PageAddress> found = there.stream().map(SealedPage::address).collect(Collectors.toSet());
      some.stream().filter(address -> !found.contains(address)).forEach(absent::add);
    }
    return new WrittenPages(state.version(), pages, absent);
  }

  /** The address of every page that there may be, some hundred at a time. */
  private List<List<PageAddress>> addresses(TreeState state) {
    List<List<PageAddress>> all = new ArrayList<>();
    int lastLeaf = Math.max(1, state.nextLeaf()) - 1;
    for (int level = 0; level <= PageAddress.TOP_LEVEL; level++) {
      int last = level == PageAddress.TOP_LEVEL ? 0 : lastLeaf >> PAGE_BITS * level;
      for (int from = 0; from <= last; from += PAGES_AT_ONCE) {
        int of = level;
        all.add(IntStream.rangeClosed(from, Math.min(last, from + PAGES_AT_ONCE - 1))
            .mapToObj(number -> new PageAddress(name, of, number))
            .toList());
      }
    }
    return all;
  }

  @Override
  public void close() {
    held.drop();
    roots.close();
  }
}
