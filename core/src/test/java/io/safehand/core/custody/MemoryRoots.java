package io.safehand.core.custody;

import io.safehand.core.custody.keys.Roots;

import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Root slots in two copies in memory. What is erased here is gone: nobody keeps old copies of it. */
public final class MemoryRoots implements Roots {
  private static final int KEY_BYTES = 32;
  private final Faults faults;
  private final List<SortedMap<RootId, byte[]>> copies = List.of(new TreeMap<>(), new TreeMap<>());
  private final Set<Integer> silent = new HashSet<>();

  public MemoryRoots(Faults faults) {
    this.faults = faults;
  }

  /** From now on this copy does not confirm an erasure. */
  public void silence(int copy) {
    silent.add(copy);
  }

  public void hear() {
    silent.clear();
  }

  @Override
  public synchronized RootKey load(RootId root) {
    faults.pass();
    return copies.stream()
        .flatMap(copy -> Optional.ofNullable(copy.get(root)).stream())
        .findFirst()
        .map(bytes -> RootKey.read(root, ByteBuffer.wrap(bytes)))
        .orElseThrow(() -> new IllegalStateException("no copy has root " + root));
  }

  @Override
  public synchronized void store(RootKey root) {
    for (SortedMap<RootId, byte[]> copy : copies) {
      faults.pass();
      ByteBuffer bytes = ByteBuffer.allocate(KEY_BYTES);
      root.write(bytes);
      copy.put(root.id(), bytes.array());
    }
    faults.pass();
  }

  @Override
  public synchronized List<String> erase(RootId root) {
    List<String> unconfirmed = new ArrayList<>();
    for (int copy = 0; copy < copies.size(); copy++) {
      faults.pass();
      if (silent.contains(copy)) {
        unconfirmed.add("copy " + copy);
      } else {
        copies.get(copy).remove(root);
      }
    }
    faults.pass();
    return unconfirmed;
  }

  @Override
  public synchronized List<RootId> listed() {
    faults.pass();
    Set<RootId> all = new HashSet<>();
    copies.forEach(copy -> all.addAll(copy.keySet()));
    return all.stream().sorted().toList();
  }

  /** What whoever takes the slots now has in hand. */
  public synchronized List<RootKey> stolen() {
    Set<RootId> all = new HashSet<>();
    copies.forEach(copy -> all.addAll(copy.keySet()));
    return all.stream()
        .map(root -> copies.stream()
            .flatMap(copy -> Optional.ofNullable(copy.get(root)).stream())
            .findFirst()
            .map(bytes -> RootKey.read(root, ByteBuffer.wrap(bytes)))
            .orElseThrow())
        .toList();
  }
}
