package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roots in every listed folder, sealed under the unseal secret, each in a file named by its id.
 *
 * <p>{@link #store} returns when the root is durable and was read back in every copy. {@link #erase} returns when no copy
 * holds it. A crash between leaves the old, the new or both; the caller's database says which one lives, and {@link
 * #keepOnly} erases the others, also those that were only begun. Every call refuses a missing listed folder with {@link
 * RootFolderMissing}. For one writer at a time.
 */
public final class RootSlots {
  private static final String ENDING = ".root";
  private final ListedFolders folders;
  private final UnsealSecret secret;
  private final Randomness randomness;
  private final SlotSealing sealing;

  /** @param secret stays the caller's, open as long as these are used */
  public RootSlots(ListedFolders folders, UnsealSecret secret, Suite suite, Randomness randomness) {
    this.folders = folders;
    this.secret = secret;
    this.randomness = randomness;
    this.sealing = new SlotSealing(secret, suite, randomness);
  }

  public UnsealMode mode() {
    return secret.mode();
  }

  /** How many copies are kept. */
  public int copies() {
    return folders.folders().size();
  }

  /** Draws a root and makes it durable as {@link #store} does. The caller closes it. */
  public RootKey create(RootOwner owner) {
    RootKey root = RootKey.draw(randomness);
    store(owner, root);
    return root;
  }

  /** Makes a drawn root durable in every copy, reads it back, and opens what it read. */
  public void store(RootOwner owner, RootKey root) {
    folders.requireAll();
    byte[] bytes = sealing.seal(owner, root, besideStretching()).bytes();
    folders.put(root.id() + ENDING, bytes);
    sealing.open(SlotFile.read(bytes)).close();
  }

  /**
   * The root, if every listed copy holds it. Refused: {@link RootMissing} no copy has it, {@link RootCopyMissing} one lacks
   * it, {@link WrongPassphrase} another secret sealed it. The caller closes it.
   */
  public RootKey load(RootId id) {
    folders.requireAll();
    List<Path> lacking = lacking(id);
    if (lacking.size() == copies()) {
      throw new RootMissing(id);
    }
    if (!lacking.isEmpty()) {
      throw new RootCopyMissing(id, lacking.getFirst());
    }
    return sealing.open(good(folders.folders().getFirst(), id).orElseThrow());
  }

  /**
   * Gives a root to the copies that lack it or hold it damaged, from one that opens under the secret; says how many it gave.
   * For the root that the database names, and no other.
   */
  public int repair(RootId id) {
    folders.requireAll();
    List<Path> lacking = lacking(id);
    SlotFile source = folders.folders()
        .stream()
        .filter(folder -> !lacking.contains(folder))
        .flatMap(folder -> good(folder, id).stream())
        .findFirst()
        .orElseThrow(() -> new RootMissing(id));
    sealing.open(source).close();
    lacking.forEach(folder -> folders.put(folder, id + ENDING, source.bytes()));
    return lacking.size();
  }

  /** Erases a root in every copy; one that is nowhere is erased already. */
  public void erase(RootId id) {
    folders.erase(id + ENDING);
  }

  /** Erases every root of this owner that is not named, and whatever a crash left half written. Says which. */
  public SortedSet<RootId> keepOnly(RootOwner owner, Set<RootId> named) {
    folders.eraseUnfinished();
    SortedSet<RootId> others = ids(owner);
    others.removeAll(named);
    others.forEach(this::erase);
    named().filter(id -> !named.contains(id) && isBeingErased(id)).forEach(this::erase);
    return others;
  }

  /** Overwriting goes from the beginning, and no slot that is whole begins with zeros. */
  private boolean isBeingErased(RootId id) {
    return folders.folders()
        .stream()
        .allMatch(folder -> folders.read(folder, id + ENDING)
            .map(bytes -> bytes.length < 4 || ByteBuffer.wrap(bytes).getInt() == 0)
            .orElse(true));
  }

  private Stream<RootId> named() {
    return folders.names()
        .stream()
        .filter(name -> name.matches("[0-9a-f]{32}\\" + ENDING))
        .map(name -> RootId.parse(name.substring(0, name.length() - ENDING.length())));
  }

  /** Roots of this owner that any copy holds undamaged. */
  public SortedSet<RootId> ids(RootOwner owner) {
    folders.requireAll();
    return slots().filter(slot -> slot.owner().equals(owner))
        .map(SlotFile::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every undamaged slot in every copy. */
  private Stream<SlotFile> slots() {
    return named().flatMap(id -> folders.folders().stream().flatMap(folder -> good(folder, id).stream()));
  }

  /** Folders whose copy is missing, damaged, or not the same as the first good one. */
  private List<Path> lacking(RootId id) {
    List<Path> lacking = new ArrayList<>();
    Optional<SlotFile> first = Optional.empty();
    for (Path folder : folders.folders()) {
      Optional<SlotFile> slot = good(folder, id);
      if (slot.isEmpty() || (first.isPresent() && !Arrays.equals(first.get().bytes(), slot.get().bytes()))) {
        lacking.add(folder);
      } else if (first.isEmpty()) {
        first = slot;
      }
    }
    return lacking;
  }

  private Optional<SlotFile> good(Path folder, RootId id) {
    try {
      return folders.read(folder, id + ENDING).map(SlotFile::read).filter(slot -> slot.id().equals(id));
    } catch (FormatRefused e) {
      return Optional.empty();
    }
  }

  /** How slots that exist already were stretched, so that one computation opens all. */
  private Optional<Stretching> besideStretching() {
    return slots().flatMap(slot -> slot.stretching().stream()).findFirst();
  }
}
