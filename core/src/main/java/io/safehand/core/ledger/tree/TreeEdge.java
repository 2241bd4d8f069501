package io.safehand.core.ledger.tree;

/**
 * The right edge of a growing tree: enough to append and to know the root, in 2 KiB however many leaves.
 *
 * <p>For one thread at a time. Appending allocates nothing.
 */
public final class TreeEdge {

  /** Told of every hash that belongs into a tile, in order within each level. */
  public interface TileHashes {
    /** A leaf (level 0), or the root of a full subtree of 256^level leaves. The array is reused: copy from it. */
    void complete(int level, byte[] hash, int at);
  }

  private static final int DEEPEST = 63;
  private final Hashing hashing = new Hashing();
  private final TileHashes tiles;
  /** At each level, the root of the full subtree that the size's bit at that level stands for. */
  private final byte[] edge = new byte[(DEEPEST + 1) * Hash.BYTES];
  private final byte[] carry = new byte[Hash.BYTES];
  private long size;

  public TreeEdge() {
    this((level, hash, at) -> {});
  }

  public TreeEdge(TileHashes tiles) {
    this.tiles = tiles;
  }

  /** Appends a leaf with this content. */
  public void append(byte[] data) {
    append(data, 0, data.length);
  }

  public void append(byte[] data, int from, int length) {
    hashing.leaf(data, from, length, carry, 0);
    raise();
  }

  /** Appends a leaf of which the hash is known. */
  public void append(Hash leaf) {
    leaf.write(carry, 0);
    raise();
  }

  private void raise() {
    int level = 0;
    tiles.complete(0, carry, 0);
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hashing.node(edge, level * Hash.BYTES, carry, 0, carry, 0);
      level++;
      if (level % Tiling.HEIGHT == 0) {
        tiles.complete(level / Tiling.HEIGHT, carry, 0);
      }
    }
    System.arraycopy(carry, 0, edge, level * Hash.BYTES, Hash.BYTES);
    size++;
  }

  public long size() {
    return size;
  }

  public Hash root() {
    if (size == 0) {
      return hashing.empty();
    }
    int level = Long.numberOfTrailingZeros(size);
    byte[] root = new byte[Hash.BYTES];
    System.arraycopy(edge, level * Hash.BYTES, root, 0, Hash.BYTES);
    for (level++; size >> level != 0; level++) {
      if ((size >> level & 1) == 1) {
        hashing.node(edge, level * Hash.BYTES, root, 0, root, 0);
      }
    }
    return Hash.of(root);
  }

  /** Continues a tree of this size whose tiles exist; tiles that exist already are not told again. */
  public static TreeEdge continuing(TileSource source, long size, TileHashes tiles) {
    TreeEdge edge = new TreeEdge(tiles);
    Subtrees subtrees = new Subtrees(source, size);
    for (int level = 0; size >> level != 0; level++) {
      if ((size >> level & 1) == 1) {
        subtrees.full(level, (size >> level) - 1, edge.edge, level * Hash.BYTES);
      }
    }
    edge.size = size;
    return edge;
  }
}
