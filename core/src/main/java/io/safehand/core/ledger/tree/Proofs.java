package io.safehand.core.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes proofs of RFC 6962 section 2.1 from tiles alone: a handful of tile reads for a proof, however long the log.
 */
public final class Proofs {
  private final TileSource source;

  public Proofs(TileSource source) {
    this.source = source;
  }

  /** The root of the tree when it had this size. */
  public Hash root(long size) {
    return new Subtrees(source, size).root();
  }

  /** Proof that the leaf lies at this index of the tree of this size. */
  public InclusionProof inclusion(long index, long size) {
    Objects.checkIndex(index, size);
    List<Hash> path = new ArrayList<>();
    Subtrees subtrees = new Subtrees(source, size);
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + Subtrees.largestPowerBelow(to - from);
      if (index < middle) {
        path.addFirst(subtrees.range(middle, to));
        to = middle;
      } else {
        path.addFirst(subtrees.range(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /** Proof that the tree of the smaller size, at least 1, is the beginning of the larger one. */
  public ConsistencyProof consistency(long smaller, long larger) {
    if (smaller < 1 || smaller > larger) {
      throw new IllegalArgumentException("no consistency from size " + smaller + " to " + larger);
    }
    List<Hash> path = new ArrayList<>();
    Subtrees subtrees = new Subtrees(source, larger);
    long from = 0;
    long to = larger;
    while (smaller != to) {
      long middle = from + Subtrees.largestPowerBelow(to - from);
      if (smaller <= middle) {
        path.addFirst(subtrees.range(middle, to));
        to = middle;
      } else {
        path.addFirst(subtrees.range(from, middle));
        from = middle;
      }
    }
    // a verifier knows the old root itself, but not the root of a part of the old tree
    if (from > 0) {
      path.addFirst(subtrees.range(from, to));
    }
    return new ConsistencyProof(smaller, larger, path);
  }
}
