package io.safehand.core.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole tree in memory, about 33 bytes a leaf: appends, roots of every size it had, proofs.
 *
 * <p>For one thread at a time. Where only the root is wanted, {@link TreeEdge} needs no memory.
 */
public final class MerkleTree implements TileSource {
  private final List<List<byte[]>> levels = new ArrayList<>();
  private final TreeEdge edge = new TreeEdge(this::complete);
  private final Proofs proofs = new Proofs(this);

  /** Appends a leaf with this content. */
  public void append(byte[] data) {
    edge.append(data);
  }

  public void append(byte[] data, int from, int length) {
    edge.append(data, from, length);
  }

  /** Appends a leaf of which the hash is known. */
  public void append(Hash leaf) {
    edge.append(leaf);
  }

  public long size() {
    return edge.size();
  }

  public Hash root() {
    return edge.root();
  }

  /** The root when the tree had this size. */
  public Hash rootAt(long size) {
    requireReached(size);
    return proofs.root(size);
  }

  public InclusionProof inclusion(long index, long size) {
    requireReached(size);
    return proofs.inclusion(index, size);
  }

  public ConsistencyProof consistency(long smaller, long larger) {
    requireReached(larger);
    return proofs.consistency(smaller, larger);
  }

  @Override
  public byte[] tile(int level, long number, int width) {
    if (width > Tiling.width(level, number, size())) {
      throw new TileMissing("number " + number + " of level " + level);
    }
    return levels.get(level).get((int) number);
  }

  private void complete(int level, byte[] hash, int at) {
    if (level == levels.size()) {
      levels.add(new ArrayList<>());
    }
    List<byte[]> tiles = levels.get(level);
    int place = (int) ((Tiling.hashes(level, size() + 1) - 1) % Tiling.WIDTH);
    if (place == 0) {
      tiles.add(new byte[Tiling.WIDTH * Hash.BYTES]);
    }
    System.arraycopy(hash, at, tiles.getLast(), place * Hash.BYTES, Hash.BYTES);
  }

  private void requireReached(long size) {
    if (size < 0 || size > size()) {
      throw new IllegalArgumentException("the tree has " + size() + " leaves, not " + size);
    }
  }
}
