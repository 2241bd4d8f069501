package io.safehand.core.ledger.tree;

import java.util.List;

/**
 * Shows that a leaf lies at an index of a tree of a size (RFC 6962 section 2.1.1): the hashes beside the way from
 * the leaf to the root, lowest first.
 *
 * <p>A proof from outside may hold any numbers: what does not fit proves nothing.
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** True if, and only if, these hashes lead from the leaf at this index to the root of this size. */
  public boolean proves(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Hashing hashing = new Hashing();
    Hash here = leaf;
    long first = index;
    long last = size - 1;
    for (Hash beside : path) {
      if (last == 0) {
        return false;
      }
      if ((first & 1) == 1 || first == last) {
        here = hashing.node(beside, here);
        int skipped = (first & 1) == 1 ? 0 : Long.numberOfTrailingZeros(first);
        first >>= skipped;
        last >>= skipped;
      } else {
        here = hashing.node(here, beside);
      }
      first >>= 1;
      last >>= 1;
    }
    return last == 0 && here.equals(root);
  }
}
