package io.safehand.core.custody.keys;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.CustodyStore;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;

import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageAddress;
import io.safehand.core.vault.tree.PlacedKey;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The keys of one company while it is unsealed: a key tree with its root, its second place and its index keys.
 *
 * <p>May be used by many threads; writers of the tree take turns by the lock on its state. {@link #close()}
 * overwrites the root and what was opened under it.
 */
public final class CompanyKeys implements AutoCloseable {
  private final CustodyStore store;
  private final SecureRandom random;
  private final OpenTree tree;
  private final SecondPlace second;
  private final Eraser eraser;
  private final IndexKeys index;

  private CompanyKeys(OpenTree tree, CustodyStore store, Roots slots, PageLog log, SecureRandom random,
      List<EpochKey> epochs) {
    this.store = store;
    this.random = random;
    this.tree = tree;
    this.second = new SecondPlace(log);
    this.eraser = new Eraser(tree, store, slots, second);
    this.index = new IndexKeys(epochs);
  }

  /** Makes a new, empty tree with its first index key. */
  public static CompanyKeys create(TreeName name, CustodyStore store, Roots roots, PageLog log, Suite suite,
      SecureRandom random) {
    RootKey root = RootKey.draw(new Randomness(random));
    roots.store(root);
    TreeState state = new TreeState(name.tree(), root.id(), 1, 0, 1);
    EpochKey epoch = EpochKey.draw(state.epoch(), new Randomness(random));
    OpenTree tree = new OpenTree(name, suite, random, root);
    CompanyKeys keys = new CompanyKeys(tree, store, roots, log, random, List.of(epoch));
    keys.write(custody -> {
      custody.trees().save(state);
      return WrittenPages.filled(state.version(), tree.on(custody, state, planting -> {
        List<SealedPage> planted = new ArrayList<>(planting.plant());
        planted.addAll(planting.addEpoch(epoch));
        return planted;
      }));
    });
    keys.second.force();
    return keys;
  }

  /**
   * Opens the tree under the root that the database names, once it was judged to be no older than the second place.
   * Finishes what a crash interrupted: every page is read and durable in the second place before roots that nothing
   * names any more are erased.
   *
   * @throws TreeOutdated if the second place has more than the database, and no root was touched
   */
  public static CompanyKeys open(TreeName name, CustodyStore store, Roots roots, PageLog log, Suite suite,
      SecureRandom random) {
    TreeState state = store.together(custody -> {
      PageAddress top = PageAddress.top(name);
      new SecondPlace(log).requireTop(top, custody.pages().pages(List.of(top)));
      return custody.trees().state(name.tree());
    });
    if (log.version() > state.version()) {
      throw new TreeOutdated();
    }
    OpenTree tree = new OpenTree(name, suite, random, roots.load(state.root()));
    try {
      List<EpochKey> epochs = store.together(custody -> tree.on(custody, state, keys -> epochs(keys, state)));
      CompanyKeys keys = new CompanyKeys(tree, store, roots, log, random, epochs);
      keys.eraser.resume(state);
      return keys;
    } catch (RuntimeException refused) {
      tree.close();
      throw refused;
    }
  }

  private static List<EpochKey> epochs(KeyTree keys, TreeState state) {
    List<EpochKey> living = new ArrayList<>();
    living.add(
        keys.epoch(state.epoch()).orElseThrow(() -> new IllegalStateException("the index key is missing")));
    long oldest = Math.max(1, state.epoch() - PageAddress.RESERVED_ENTRIES + 1);
    for (long older = state.epoch() - 1; older >= oldest; older--) {
      keys.epoch(older).ifPresent(living::add);
    }
    return living;
  }

  public TreeId tree() {
    return tree.name().tree();
  }

  public TreeName name() {
    return tree.name();
  }

  /** The number of the index epoch in use. */
  public long epoch() {
    return index.epoch();
  }

  /** The index keys, not to be asked within a transaction. */
  public IndexKeys index() {
    return index;
  }

  /** Makes tags; when a new epoch came into use meanwhile, makes them once more. Not within a transaction. */
  public <T> T tagging(Supplier<T> work) {
    try {
      return work.get();
    } catch (EpochChanged meanwhile) {
      index.replace(store.together(custody -> {
        TreeState state = custody.trees().state(tree());
        return tree.on(custody, state, keys -> epochs(keys, state));
      }));
      return work.get();
    }
  }

  /** Takes leaf pages that nobody else will fill; returns the first. */
  public int takeLeaves(int count) {
    return store.together(custody -> custody.trees().takeLeaves(tree(), count));
  }

  /** Does what fills the tree in one transaction, and logs the pages that it wrote. */
  public void write(Function<Custody, WrittenPages> work) {
    if (second.isInDoubt()) {
      catchUp();
    }
    long writer = second.entered();
    try {
      second.add(store.together(custody -> {
        WrittenPages written = work.apply(custody);
        second.require(written.replaced());
        return written;
      }));
    } catch (RuntimeException perhapsCommitted) {
      second.doubt();
      throw perhapsCommitted;
    } finally {
      second.left(writer);
    }
  }

  /** A write failed, but its transaction may have been committed: then its pages are missing in the second place. */
  private void catchUp() {
    second.believe();
    TreeState state = store.together(custody -> custody.trees().state(tree()));
    if (!second.hasAll(state.version())) {
      second.replace(store.inSnapshot(tree::whole));
    }
  }

  /** Puts keys into fresh leaves, one after the other, within {@link #write} or an erasure. */
  public WrittenPages append(Custody custody, int firstLeaf, List<KeyEntry> entries) {
    return append(custody, custody.trees().lock(tree()).written(), firstLeaf, entries);
  }

  /** The same for people whose tags were made in this epoch; {@link EpochChanged} when it is not in use any more. */
  public WrittenPages append(Custody custody, long epoch, int firstLeaf, List<KeyEntry> entries) {
    TreeState state = custody.trees().lock(tree()).written();
    if (state.epoch() != epoch) {
      throw new EpochChanged();
    }
    return append(custody, state, firstLeaf, entries);
  }

  private WrittenPages append(Custody custody, TreeState state, int firstLeaf, List<KeyEntry> entries) {
    int firstSlot = KeyTree.slot(firstLeaf, 0);
    List<PlacedKey> placed = IntStream.range(0, entries.size())
        .mapToObj(i -> new PlacedKey(firstSlot + i, entries.get(i)))
        .toList();
    List<SealedPage> pages = tree.on(custody, state, keys -> keys.fill(placed));
    custody.trees().save(state);
    return WrittenPages.filled(state.version(), pages);
  }

  /** The person's key; the caller closes it. */
  public PersonKey find(Custody custody, SealedRecord record) {
    TreeState state = custody.trees().state(tree());
    try (KeyEntry entry = tree.on(custody, state, keys -> keys.find(record.place()))
        .orElseThrow(() -> new KeyMissing(record.person()))) {
      return entry.personKey();
    }
  }

  /** The keys of these records, as far as they are there; the caller closes them. */
  public OpenedKeys find(Custody custody, Collection<SealedRecord> records) {
    TreeState state = custody.trees().state(tree());
    List<KeyPlace> places = records.stream().map(SealedRecord::place).toList();
    return new OpenedKeys(tree.on(custody, state, keys -> keys.find(places)));
  }

  /** All keys in these leaf pages; the caller closes them. */
  public OpenedKeys inLeaves(Custody custody, int firstLeaf, int count) {
    TreeState state = custody.trees().state(tree());
    int leaves = Math.min(count, state.nextLeaf() - firstLeaf);
    return OpenedKeys.ofLeaves(tree.on(custody, state, keys -> keys.keysIn(firstLeaf, leaves)));
  }

  /** Erases keys of people or of index epochs: see {@link Eraser#erase}. */
  public Eraser.Erased erase(Function<Custody, Eraser.Work> work) {
    return eraser.erase(work);
  }

  /** Opens a further index epoch and makes it the one in use; the old one is still there. Returns its number. */
  public long openEpoch(Consumer<Custody> rest) {
    synchronized (index) {
      EpochKey next = EpochKey.draw(index.epoch() + 1, new Randomness(random));
      write(custody -> {
        TreeState state = custody.trees().lock(tree()).written().inEpoch(next.epoch());
        List<SealedPage> pages = tree.on(custody, state, keys -> keys.addEpoch(next));
        custody.trees().save(state);
        rest.accept(custody);
        return WrittenPages.filled(state.version(), pages);
      });
      index.use(next);
      second.force();
      return next.epoch();
    }
  }

  /** Returns when all that was written is durable in the second place, too. */
  public void makeDurable() {
    long version = store.together(custody -> custody.trees().state(tree())).version();
    if (!second.hasAll(version)) {
      second.replace(store.inSnapshot(tree::whole));
    }
    second.force();
  }

  /**
   * Destroys a tree, whole or half made, that nobody has open: its roots go, then its pages. Names the copies that could
   * not confirm. Doing it again changes nothing.
   */
  public static List<String> destroy(TreeId tree, CustodyStore store, Roots roots) {
    List<String> unconfirmed = roots.listed()
        .stream()
        .flatMap(root -> roots.erase(root).stream())
        .distinct()
        .toList();
    store.together(custody -> {
      custody.trees().remove(tree);
      return custody;
    });
    return unconfirmed;
  }

  @Override
  public void close() {
    tree.close();
    index.close();
  }
}
