package io.safehand.core.ledger.tree;

import java.util.Arrays;

/** Roots of parts of a tree of one size, from its tiles. Holds the last tile of each level, so reads few. */
final class Subtrees {
  private static final int LEVELS = 8;
  private final Hashing hashing = new Hashing();
  private final TileSource source;
  private final long size;
  private final byte[][] held = new byte[LEVELS][];
  private final long[] number = new long[LEVELS];
  private final byte[] scratch = new byte[Tiling.WIDTH / 2 * Hash.BYTES];

  Subtrees(TileSource source, long size) {
    this.source = source;
    this.size = size;
    Arrays.fill(number, -1);
  }

  /** The root over leaves {@code from} up to, not including, {@code to}, as RFC 6962 splits them. */
  Hash range(long from, long to) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      byte[] root = new byte[Hash.BYTES];
      full(level, from >> level, root, 0);
      return Hash.of(root);
    }
    long left = largestPowerBelow(count);
    return hashing.node(range(from, from + left), range(from + left, to));
  }

  Hash root() {
    return size == 0 ? hashing.empty() : range(0, size);
  }

  /** The largest power of two that is smaller than a count of at least 2. */
  static long largestPowerBelow(long count) {
    return Long.highestOneBit(count - 1);
  }

  /** The root of the full subtree of 2^level leaves with this index among its equals. */
  void full(int level, long index, byte[] out, int at) {
    int tileLevel = level / Tiling.HEIGHT;
    int up = level % Tiling.HEIGHT;
    long first = index << up;
    byte[] tile = tile(tileLevel, first >> Tiling.HEIGHT);
    int start = (int) (first % Tiling.WIDTH) * Hash.BYTES;
    if (up == 0) {
      System.arraycopy(tile, start, out, at, Hash.BYTES);
      return;
    }
    over(tile, start, up, out, at);
  }

  /** The root over 2^up hashes, at least two, that lie one after another. */
  void over(byte[] hashes, int start, int up, byte[] out, int at) {
    pairs(hashes, start, 1 << up - 1);
    for (int count = 1 << up - 2; count > 0; count >>= 1) {
      pairs(scratch, 0, count);
    }
    System.arraycopy(scratch, 0, out, at, Hash.BYTES);
  }

  /** Hashes this many pairs of neighbours into the scratch; a result never lies beyond what is still to be read. */
  private void pairs(byte[] from, int start, int count) {
    for (int i = 0; i < count; i++) {
      int left = start + 2 * i * Hash.BYTES;
      hashing.node(from, left, from, left + Hash.BYTES, scratch, i * Hash.BYTES);
    }
  }

  private byte[] tile(int level, long wanted) {
    byte[] tile = held[level];
    if (tile == null || number[level] != wanted) {
      tile = source.tile(level, wanted, Tiling.width(level, wanted, size));
      held[level] = tile;
      number[level] = wanted;
    }
    return tile;
  }
}
