package io.safehand.core.vault.tree;

import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.KeyEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The keys of a company's people, in pages that are each sealed under a key from the page above, up to a root outside
 * the database.
 *
 * <p>A page keeps its key only while empty entries are filled. Erasing draws fresh keys from the leaves to the root: once
 * the old root is gone everywhere, what was erased cannot be opened by anyone, with any copy of any page. That holds for
 * the tree; a key that was copied out before is out.
 *
 * <p>One object serves one transaction: it reads one snapshot and, to write, needs the tree's lock held by the caller.
 * A wrong slot never reaches another person's key. Breakage: {@link StalePages}, {@link ForgedPage}. For one thread;
 * {@link #close()} overwrites what was opened.
 */
public final class KeyTree implements AutoCloseable {
  public static final int PAGE_ENTRIES = PageAddress.PAGE_ENTRIES;
  private static final int LEAVES_AT_ONCE = 256;

  private final TreeName name;
  private final RootKey root;
  private final KeyPages pages;
  private final PageSealing sealing;
  private TreeReading reading;
  private Optional<OpenedPage> lastLeaf = Optional.empty();

  /** @param root stays the caller's, open as long as this tree is used */
  public KeyTree(TreeName name, RootKey root, KeyPages pages, PageSealing sealing) {
    this.name = name;
    this.root = root;
    this.pages = pages;
    this.sealing = sealing;
    this.reading = read(sealing.held());
  }

  private TreeReading read(PageKeys held) {
    return new TreeReading(name, root, pages, sealing, held);
  }

  /** Begins a new tree: an empty top page under the root. Refused with {@link SlotTaken} when there is one. */
  public List<SealedPage> plant() {
    PageAddress top = PageAddress.top(name);
    if (!pages.pages(List.of(top)).isEmpty()) {
      throw new SlotTaken("this tree has a top page");
    }
    List<SealedPage> made = List.of(sealing.seal(new OpenedPage(top, PageKey.of(root), 0, OpenPage.empty())));
    pages.put(made);
    return made;
  }

  /**
   * The key of this person with this key id, in the page its slot names; the entry of the slot itself if several are
   * there. Empty: erased, or never there. The caller closes it.
   */
  public Optional<KeyEntry> find(KeyPlace place) {
    return leaf(PageAddress.leafOf(name, place.slot())).flatMap(leaf -> in(leaf.page(), place));
  }

  /** The keys of these people, as {@link #find(KeyPlace)} gives them, in the order of their slots; many at once. */
  public List<KeyEntry> find(Collection<KeyPlace> places) {
    List<KeyPlace> sorted = places.stream().sorted(Comparator.comparingInt(KeyPlace::slot)).toList();
    List<PageAddress> leaves = sorted.stream()
        .map(place -> PageAddress.leafOf(name, place.slot()))
        .distinct()
        .toList();
    List<KeyEntry> found = new ArrayList<>(sorted.size());
    int readAhead = 0;
    for (KeyPlace place : sorted) {
      PageAddress leaf = PageAddress.leafOf(name, place.slot());
      if (readAhead < leaves.size() && leaf.equals(leaves.get(readAhead))) {
        reading.readAhead(leaves.subList(readAhead, Math.min(readAhead + LEAVES_AT_ONCE, leaves.size())));
        readAhead += LEAVES_AT_ONCE;
      }
      find(place).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<KeyEntry> in(OpenPage page, KeyPlace place) {
    int own = place.slot() % PAGE_ENTRIES;
    return IntStream.concat(IntStream.of(own), IntStream.range(0, PAGE_ENTRIES))
        .filter(entry -> page.isOf(entry, place.person(), place.key()) && !page.isAbsent(entry))
        .boxed()
        .findFirst()
        .map(page::person);
  }

  /** The last leaf stays open, because keys are mostly asked for in the order of their slots. */
  private Optional<OpenedPage> leaf(PageAddress address) {
    if (lastLeaf.isEmpty() || !lastLeaf.get().address().equals(address)) {
      lastLeaf.ifPresent(OpenedPage::close);
      lastLeaf = reading.leaf(address);
    }
    return lastLeaf;
  }

  /** All keys of a range of leaf pages, in the order of their slots. The caller closes them. */
  public List<PlacedKey> keysIn(int firstLeaf, int leaves) {
    List<PlacedKey> keys = new ArrayList<>();
    for (int from = firstLeaf; from < firstLeaf + leaves; from += LEAVES_AT_ONCE) {
      List<PageAddress> some = IntStream.range(from, Math.min(from + LEAVES_AT_ONCE, firstLeaf + leaves))
          .mapToObj(number -> new PageAddress(name, 0, number))
          .toList();
      reading.readAhead(some);
      for (PageAddress address : some) {
        reading.leaf(address).ifPresent(leaf -> collect(leaf, keys));
      }
    }
    return keys;
  }

  private static void collect(OpenedPage leaf, List<PlacedKey> keys) {
    for (int entry = 0; entry < PAGE_ENTRIES; entry++) {
      if (!leaf.page().isAbsent(entry)) {
        keys.add(new PlacedKey(leaf.address().number() * PAGE_ENTRIES + entry, leaf.page().person(entry)));
      }
    }
    leaf.close();
  }

  /**
   * Puts keys into empty slots, under the lock; whole leaves at once where many are added. Returns the pages written, to
   * be logged. A slot that holds a key is refused with {@link SlotTaken} before anything is written.
   */
  public List<SealedPage> fill(List<PlacedKey> keys) {
    return afresh(() -> new TreeFilling(reading, pages, sealing).fill(keys));
  }

  /** Puts an epoch key into a reserved entry, under the lock; all 8 taken is refused with {@link SlotTaken}. */
  public List<SealedPage> addEpoch(EpochKey key) {
    return afresh(() -> new TreeFilling(reading, pages, sealing).fill(key));
  }

  /** The key of this index epoch. The caller closes it. */
  public Optional<EpochKey> epoch(long number) {
    OpenPage top = reading.inner(PageAddress.top(name)).orElseThrow().page();
    return IntStream.range(0, PageAddress.RESERVED_ENTRIES)
        .mapToObj(top::epoch)
        .flatMap(Optional::stream)
        .filter(key -> key.epoch() == number)
        .findFirst();
  }

  /** The numbers of the index epochs whose keys are there. */
  public Set<Long> epochs() {
    OpenPage top = reading.inner(PageAddress.top(name)).orElseThrow().page();
    Set<Long> numbers = new HashSet<>();
    for (int entry = 0; entry < PageAddress.RESERVED_ENTRIES; entry++) {
      top.epoch(entry).ifPresent(key -> {
        numbers.add(key.epoch());
        key.close();
      });
    }
    return numbers;
  }

  /**
   * Erases these keys, under the lock: fresh keys on their paths, the top page under the next root, which must be durable
   * in every copy before. What is not found by person and key id is reported, and nothing erased in its place. When
   * nothing is found nothing is written.
   */
  public TreeErasure erase(List<KeyPlace> places, RootKey next) {
    return afresh(() -> new TreeErasing(reading, pages, sealing).people(root.id(), places, next));
  }

  /** Erases the keys of these index epochs, in the same way. */
  public TreeErasure eraseEpochs(Set<Long> epochs, RootKey next) {
    return afresh(() -> new TreeErasing(reading, pages, sealing).epochs(root.id(), epochs, next));
  }

  /** Puts the tree under the next root and erases nothing: for another unseal secret. */
  public TreeErasure moveTo(RootKey next) {
    return afresh(() -> new TreeErasing(reading, pages, sealing).nothing(root.id(), next));
  }

  /**
   * Reads every page that the erasure wrote back from storage, from this tree's root down, compares every surviving entry
   * with what it was before, and sees that removed pages are gone; else {@link RewriteDiffers}. This tree must be under
   * the erasure's new root. Each page goes to {@code readBack} once it is found good.
   */
  public void check(TreeErasure erasure, Consumer<SealedPage> readBack) {
    if (!erasure.to().equals(root.id())) {
      throw new IllegalArgumentException("the pages are under another root");
    }
    try (TreeReading fromStorage = read(new PageKeys(0))) {
      new TreeChecking(fromStorage, pages).check(erasure, readBack);
    }
  }

  /** Runs an act that changes opened pages, and forgets them afterwards, so that the next act reads what is stored. */
  private <T> T afresh(Supplier<T> act) {
    forget();
    try {
      return act.get();
    } finally {
      forget();
    }
  }

  private void forget() {
    lastLeaf.ifPresent(OpenedPage::close);
    lastLeaf = Optional.empty();
    reading.close();
    reading = read(sealing.held());
  }

  @Override
  public void close() {
    forget();
  }

  /** How many leaf pages so many people fill. */
  public static int leavesFor(int people) {
    return (people + PAGE_ENTRIES - 1) / PAGE_ENTRIES;
  }

  /** The slot at this position, counted from the first leaf page of several. */
  public static int slot(int firstLeaf, int position) {
    return firstLeaf * PAGE_ENTRIES + position;
  }
}
