package io.safehand.core.ledger.tree;

/** The measures of C2SP tlog-tiles: a tile spans 8 levels of the tree and so holds up to 256 hashes. */
public final class Tiling {
  public static final int HEIGHT = 8;
  public static final int WIDTH = 1 << HEIGHT;

  private Tiling() {}

  /** How many hashes the tree of this size has at the tile level, in all its tiles. */
  public static long hashes(int level, long size) {
    return HEIGHT * level > 62 ? 0 : size >> HEIGHT * level;
  }

  /** How many hashes the numbered tile has in a tree of this size: 256 in a full one, 0 in none. */
  public static int width(int level, long number, long size) {
    return (int) Math.clamp(hashes(level, size) - number * WIDTH, 0, WIDTH);
  }
}
