package io.safehand.core.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that the tree of the smaller size is the beginning of the larger one (RFC 6962 section 2.1.2).
 *
 * <p>A proof from outside may hold any numbers: what does not fit proves nothing. From size 0 nothing is proved,
 * since every tree begins with the empty one.
 */
public record ConsistencyProof(long smaller, long larger, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** True if, and only if, these hashes lead to both roots (the walk of RFC 9162 section 2.1.4.2). */
  public boolean proves(Hash smallerRoot, Hash largerRoot) {
    if (smaller < 1 || smaller > larger) {
      return false;
    }
    if (smaller == larger) {
      return path.isEmpty() && smallerRoot.equals(largerRoot);
    }
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(smaller) == 1) {
      hashes.addFirst(smallerRoot);
    }
    return !hashes.isEmpty() && leads(hashes, smallerRoot, largerRoot);
  }

  private boolean leads(List<Hash> hashes, Hash smallerRoot, Hash largerRoot) {
    Hashing hashing = new Hashing();
    int start = Long.numberOfTrailingZeros(smaller);
    long first = smaller - 1 >> start;
    long last = larger - 1 >> start;
    Hash old = hashes.getFirst();
    Hash now = old;
    for (Hash hash : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((first & 1) == 1 || first == last) {
        old = hashing.node(hash, old);
        now = hashing.node(hash, now);
        int skipped = (first & 1) == 1 ? 0 : Long.numberOfTrailingZeros(first);
        first >>= skipped;
        last >>= skipped;
      } else {
        now = hashing.node(now, hash);
      }
      first >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(smallerRoot) && now.equals(largerRoot);
  }
}
