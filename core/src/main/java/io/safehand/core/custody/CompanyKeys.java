package io.safehand.core.custody;

import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.PageKeys;
import io.safehand.core.vault.tree.PageSealing;
import io.safehand.core.vault.tree.PlacedKey;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeErasure;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The keys of one company while it is unsealed: a key tree with its root, its second place and its index key.
 *
 * <p>May be used by many threads; writers of the tree take turns by the lock on its state. {@link #close()}
 * overwrites the root and what was opened under it.
 */
public final class CompanyKeys implements AutoCloseable {
  /** Inner pages held open: all of them up to about eight million people. */
  private static final int MOST_HELD = 2048;
  private static final int LEVELS_BELOW_TOP = 3;
  private static final int ADDRESSES_AT_ONCE = 256;

  private final TreeName name;
  private final CustodyStore store;
  private final Roots roots;
  private final PageLog log;
  private final Suite suite;
  private final SecureRandom random;
  private final PageKeys held = new PageKeys(MOST_HELD);
  private final TreeMap<Long, WrittenPages> unlogged = new TreeMap<>();
  private RootKey root;
  private EpochKey epochKey;

  private CompanyKeys(TreeName name, CustodyStore store, Roots roots, PageLog log, Suite suite,
      SecureRandom random, RootKey root, EpochKey epochKey) {
    this.name = name;
    this.store = store;
    this.roots = roots;
    this.log = log;
    this.suite = suite;
    this.random = random;
    this.root = root;
    this.epochKey = epochKey;
    held.become(root.id());
  }

  /** Makes a new, empty tree with its first index key. */
  public static CompanyKeys create(TreeName name, CustodyStore store, Roots roots, PageLog log, Suite suite,
      SecureRandom random) {
    Randomness randomness = new Randomness(random);
    RootKey root = RootKey.draw(randomness);
    roots.store(root);
    EpochKey epoch = EpochKey.draw(1, randomness);
    CompanyKeys keys = new CompanyKeys(name, store, roots, log, suite, random, root, epoch);
    TreeState state = new TreeState(name.tree(), root.id(), 1, 0, epoch.epoch());
    List<SealedPage> pages = store.together(custody -> {
      custody.trees().save(state);
      return keys.on(custody, root, tree -> {
        List<SealedPage> planted = new ArrayList<>(tree.plant());
        planted.addAll(tree.addEpoch(epoch));
        return planted;
      });
    });
    keys.logged(new WrittenPages(1, pages));
    log.force();
    return keys;
  }

  /**
   * Opens the tree under the root that the database names. Finishes what a crash interrupted: other roots are erased,
   * and a second place that lacks something gets every page again.
   */
  public static CompanyKeys open(TreeName name, CustodyStore store, Roots roots, PageLog log, Suite suite,
      SecureRandom random) {
    TreeState state = store.together(custody -> custody.trees().state(name.tree()));
    RootKey root = roots.load(state.root());
    EpochKey epoch = store.together(custody -> {
      try (PageSealing sealing = new PageSealing(suite, new Randomness(random), new PageKeys(0));
          KeyTree tree = new KeyTree(name, root, custody.pages(), sealing)) {
        return tree.epoch(state.epoch()).orElseThrow(() -> new IllegalStateException(
            "the index key is missing"));
      }
    });
    CompanyKeys keys = new CompanyKeys(name, store, roots, log, suite, random, root, epoch);
    keys.complete(state);
    roots.listed().stream().filter(other -> !other.equals(state.root())).forEach(roots::erase);
    return keys;
  }

  private void complete(TreeState state) {
    if (log.version() < state.version()) {
      log.append(state.version(), everyPage(state), List.of());
      log.force();
    }
  }

  private List<SealedPage> everyPage(TreeState state) {
    List<SealedPage> pages = new ArrayList<>();
    for (int level = 0; level <= LEVELS_BELOW_TOP; level++) {
      int last = Math.max(0, state.nextLeaf() - 1) >> (6 * level);
      int most = level == LEVELS_BELOW_TOP ? 0 : last;
      for (int from = 0; from <= most; from += ADDRESSES_AT_ONCE) {
        List<PageAddress> some = addresses(level, from, Math.min(most, from + ADDRESSES_AT_ONCE - 1));
        pages.addAll(store.<List<SealedPage>>together(custody -> custody.pages().pages(some)));
      }
    }
    return pages;
  }

  private List<PageAddress> addresses(int level, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(number -> new PageAddress(name, level, number)).toList();
  }

  public TreeId tree() {
    return name.tree();
  }

  public TreeName name() {
    return name;
  }

  /** The number of the index epoch in use. */
  public synchronized long epoch() {
    return epochKey.epoch();
  }

  /** The blind index of the epoch in use; for one thread. */
  public synchronized BlindIndex newIndex() {
    return new BlindIndex(epochKey);
  }

  /** Takes leaf pages that nobody else will fill; returns the first. */
  int takeLeaves(int count) {
    return store.together(custody -> custody.trees().takeLeaves(name.tree(), count));
  }

  /** Puts keys into fresh leaves, one after the other. {@link #logged} must be told after the commit. */
  WrittenPages append(Custody custody, int firstLeaf, List<KeyEntry> entries) {
    int firstSlot = SealedBatch.slot(firstLeaf, 0);
    List<PlacedKey> placed = IntStream.range(0, entries.size())
        .mapToObj(i -> new PlacedKey(firstSlot + i, entries.get(i))).toList();
    TreeState state = custody.trees().lock(name.tree()).written();
    List<SealedPage> pages = on(custody, rootOf(state), tree -> tree.fill(placed));
    custody.trees().save(state);
    return new WrittenPages(state.version(), pages);
  }

  /** Logs what was committed, in the order of the tree's versions whatever order the writers come in. */
  synchronized void logged(WrittenPages written) {
    unlogged.put(written.version(), written);
    while (!unlogged.isEmpty() && unlogged.firstKey() == log.version() + 1) {
      WrittenPages next = unlogged.pollFirstEntry().getValue();
      log.append(next.version(), next.pages(), List.of());
    }
  }

  /** The person's key; the caller closes it. */
  PersonKey find(Custody custody, SealedRecord record) {
    TreeState state = custody.trees().state(name.tree());
    KeyPlace place = new KeyPlace(record.slot(), record.person(), record.key());
    try (KeyEntry entry = on(custody, rootOf(state), tree -> tree.find(place))
        .orElseThrow(() -> new KeyMissing(record.person()))) {
      return entry.personKey();
    }
  }

  /** All keys in these leaf pages; the caller closes them. */
  OpenedKeys inLeaves(Custody custody, int firstLeaf, int count) {
    TreeState state = custody.trees().state(name.tree());
    int leaves = Math.min(count, state.nextLeaf() - firstLeaf);
    return new OpenedKeys(on(custody, rootOf(state), tree -> tree.keysIn(firstLeaf, leaves)).stream()
        .map(PlacedKey::entry).toList());
  }

  /**
   * Erases keys: the next root is durable in every copy before the transaction begins, the rewritten pages are read
   * back and durable in the second place before the old root is erased. One eraser at a time.
   *
   * @param work does the rest of the act in the same transaction, with the tree under its old root
   */
  synchronized Erased erase(Function<Custody, ErasureWork> work) {
    RootKey next = RootKey.draw(new Randomness(random));
    roots.store(next);
    Attempt attempt;
    try {
      attempt = store.together(custody -> attempt(custody, work.apply(custody), next));
    } catch (RuntimeException failed) {
      settle(next);
      throw failed;
    }
    if (!attempt.erasure().changed()) {
      next.close();
      roots.erase(next.id());
      return new Erased(0, attempt.erasure().missing(), List.of());
    }
    makeDurable(attempt, next);
    RootId old = root.id();
    become(next, attempt);
    return new Erased(attempt.erasure().erased(), attempt.erasure().missing(), roots.erase(old));
  }

  private Attempt attempt(Custody custody, ErasureWork work, RootKey next) {
    TreeState state = custody.trees().lock(name.tree());
    TreeErasure erasure = on(custody, rootOf(state),
        tree -> work.epochs().isEmpty()
            ? tree.erase(work.places(), next)
            : tree.eraseEpochs(work.epochs(), next));
    if (erasure.changed()) {
      custody.trees().save(state.under(next.id()));
    }
    return new Attempt(state.version() + 1, work.written(), erasure);
  }

  private void makeDurable(Attempt attempt, RootKey next) {
    attempt.filled().forEach(this::logged);
    List<SealedPage> readBack = new ArrayList<>(attempt.erasure().pagesWritten());
    store.together(custody -> on(custody, next, tree -> {
      tree.check(attempt.erasure(), readBack::add);
      return readBack;
    }));
    log.append(attempt.version(), readBack, attempt.erasure().removed());
    log.force();
  }

  private void become(RootKey next, Attempt attempt) {
    held.become(next.id());
    root.close();
    root = next;
  }

  /** After a failure the database says which root lives; the other is erased. */
  private void settle(RootKey next) {
    TreeState state = store.together(custody -> custody.trees().state(name.tree()));
    if (!state.root().equals(next.id())) {
      next.close();
      roots.erase(next.id());
    }
  }

  /** Opens a further index epoch and makes it the one in use. Returns its number; the old one is still there. */
  synchronized long openEpoch() {
    EpochKey next = EpochKey.draw(epochKey.epoch() + 1, new Randomness(random));
    WrittenPages written = store.together(custody -> {
      TreeState state = custody.trees().lock(name.tree()).written().inEpoch(next.epoch());
      List<SealedPage> pages = on(custody, rootOf(state), tree -> tree.addEpoch(next));
      custody.trees().save(state);
      return new WrittenPages(state.version(), pages);
    });
    logged(written);
    log.force();
    epochKey.close();
    epochKey = next;
    return next.epoch();
  }

  /** Destroys the whole tree: its root goes, its pages with it. Names the copies that could not confirm. */
  public synchronized List<String> destroy() {
    RootId gone = root.id();
    close();
    return roots.erase(gone);
  }

  /** The root that the state names; one that is not at hand any more means a newer one is in use. */
  private synchronized RootKey rootOf(TreeState state) {
    if (!state.root().equals(root.id())) {
      throw new RootChanged();
    }
    return root;
  }

  private <T> T on(Custody custody, RootKey under, Function<KeyTree, T> work) {
    try (PageSealing sealing = new PageSealing(suite, new Randomness(random), held);
        KeyTree tree = new KeyTree(name, under, custody.pages(), sealing)) {
      return work.apply(tree);
    }
  }

  @Override
  public synchronized void close() {
    held.drop();
    root.close();
    epochKey.close();
  }

  /**
   * What an act erases, and what it filled before in the same transaction.
   *
   * @param epochs index epochs to erase instead of people
   */
  record ErasureWork(List<KeyPlace> places, Set<Long> epochs, Collection<WrittenPages> written) {}

  /** What an erasure came to; unconfirmed copies keep it from being done. */
  record Erased(int erased, List<KeyPlace> missing, List<String> unconfirmed) {}

  private record Attempt(long version, Collection<WrittenPages> filled, TreeErasure erasure) {}
}
