package io.safehand.core.ledger.tiles;

import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.TileMissing;
import io.safehand.core.ledger.tree.TileSource;
import io.safehand.core.ledger.tree.Tiling;
import java.util.List;
import java.util.Optional;

/**
 * A log's tiles and lines as its files show them for the size that its checkpoint names. Nothing is verified here:
 * what the files say is to be compared with a root.
 */
public final class PublishedTiles implements TileSource {
  private final LogFiles files;
  private final long size;

  public PublishedTiles(LogFiles files, long size) {
    this.files = files;
    this.size = size;
  }

  @Override
  public byte[] tile(int level, long number, int width) {
    int present = Tiling.width(level, number, size);
    String path = TilePath.hashes(level, number, present);
    if (present < width) {
      throw new TileMissing(path);
    }
    return files.read(path)
        .filter(tile -> tile.length == present * Hash.BYTES)
        .or(() -> files.read(TilePath.hashes(level, number, Tiling.WIDTH)).filter(PublishedTiles::isFull))
        .orElseThrow(() -> new TileMissing(path));
  }

  /** The lines of the numbered bundle, as many as the size calls for; empty if it is absent or malformed. */
  public Optional<List<byte[]>> lines(long number) {
    int present = Tiling.width(0, number, size);
    Optional<List<byte[]>> lines = files.read(TilePath.lines(number, present))
        .flatMap(bundle -> LineBundle.read(bundle, present));
    // a log that has grown since may keep only the full bundle
    return lines.isPresent() || present == Tiling.WIDTH
        ? lines
        : files.read(TilePath.lines(number, Tiling.WIDTH))
            .flatMap(bundle -> LineBundle.read(bundle, Tiling.WIDTH))
            .map(full -> full.subList(0, present));
  }

  private static boolean isFull(byte[] tile) {
    return tile.length == Tiling.WIDTH * Hash.BYTES;
  }
}
