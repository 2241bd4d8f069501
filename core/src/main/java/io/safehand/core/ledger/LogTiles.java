package io.safehand.core.ledger;

import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tree.TileSource;
import io.safehand.core.ledger.tree.Tiling;

/** The tiles of an open log: full ones from one folder, growing ones from memory. */
record LogTiles(LogFiles files, GrowingTree tree) implements TileSource {
  @Override
  public byte[] tile(int level, long number, int width) {
    return tree.holds(level, number)
        ? tree.growing(level)
        : new PublishedTiles(files, (number + 1) << Tiling.HEIGHT * (level + 1)).tile(level, number,
            Tiling.WIDTH);
  }
}
