package io.safehand.core.ledger.tree;

/** Where the tiles of a tree are read from. */
public interface TileSource {
  /**
   * The first {@code width} hashes of the tile, or more of them; the caller changes nothing in the array.
   *
   * @throws TileMissing if there is no such tile or it is narrower
   */
  byte[] tile(int level, long number, int width);
}
