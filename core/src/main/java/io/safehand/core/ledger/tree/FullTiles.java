package io.safehand.core.ledger.tree;

/**
 * The tiles of a tree whose size is a multiple of 256 and of which only full tiles are stored: partial ones are made
 * from the full ones below them.
 */
public final class FullTiles implements TileSource {
  private final TileSource stored;
  private final long size;

  public FullTiles(TileSource stored, long size) {
    if (size % Tiling.WIDTH != 0) {
      throw new IllegalArgumentException("the lowest tile would be partial");
    }
    this.stored = stored;
    this.size = size;
  }

  @Override
  public byte[] tile(int level, long number, int width) {
    if (Tiling.width(level, number, size) == Tiling.WIDTH) {
      return stored.tile(level, number, Tiling.WIDTH);
    }
    Subtrees subtrees = new Subtrees(stored, size);
    byte[] made = new byte[width * Hash.BYTES];
    for (int i = 0; i < width; i++) {
      byte[] below = stored.tile(level - 1, number * Tiling.WIDTH + i, Tiling.WIDTH);
      subtrees.over(below, 0, Tiling.HEIGHT, made, i * Hash.BYTES);
    }
    return made;
  }
}
