package io.safehand.core.ledger;

import io.safehand.core.ledger.tiles.LineBundle;
import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.FullTiles;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.TileSource;
import io.safehand.core.ledger.tree.Tiling;
import io.safehand.core.ledger.tree.TreeEdge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The right side of a log in memory: what of its tiles is not full yet. Full tiles leave it as files.
 * For one thread at a time.
 */
final class GrowingTree {
  private static final int LEVELS = 8;
  private static final int TILE_BYTES = Tiling.WIDTH * Hash.BYTES;
  private final byte[][] partial = new byte[LEVELS][];
  private final List<byte[]> partialLines = new ArrayList<>();
  private final Map<String, byte[]> full = new LinkedHashMap<>();
  private final TreeEdge edge;
  private Hash settledRoot;

  /** An empty log. */
  GrowingTree() {
    edge = new TreeEdge(this::complete);
    settledRoot = edge.root();
  }

  /** A log of this many lines, a multiple of 256, of which the full tiles exist. */
  GrowingTree(TileSource fullTiles, long size) {
    TileSource tiles = new FullTiles(fullTiles, size);
    edge = TreeEdge.continuing(tiles, size, this::complete);
    settledRoot = edge.root();
    for (int level = 1; level < LEVELS; level++) {
      long number = Tiling.hashes(level, size) / Tiling.WIDTH;
      int width = Tiling.width(level, number, size);
      if (width > 0) {
        partial[level] = Arrays.copyOf(tiles.tile(level, number, width), TILE_BYTES);
      }
    }
  }

  void append(byte[] line) {
    edge.append(line);
    partialLines.add(line.clone());
    if (partialLines.size() == Tiling.WIDTH) {
      full.put(TilePath.lines(size() / Tiling.WIDTH - 1, Tiling.WIDTH), LineBundle.write(partialLines));
      partialLines.clear();
      settledRoot = edge.root();
    }
  }

  /** Gives away the full tiles and bundles that appending made, with their paths. */
  void drain(BiConsumer<String, byte[]> files) {
    full.forEach(files);
    full.clear();
  }

  private void complete(int level, byte[] hash, int at) {
    long index = Tiling.hashes(level, edge.size() + 1) - 1;
    int place = (int) (index % Tiling.WIDTH);
    byte[] tile = partial[level];
    if (tile == null) {
      tile = new byte[TILE_BYTES];
      partial[level] = tile;
    }
    System.arraycopy(hash, at, tile, place * Hash.BYTES, Hash.BYTES);
    if (place == Tiling.WIDTH - 1) {
      full.put(TilePath.hashes(level, index / Tiling.WIDTH, Tiling.WIDTH), tile);
      partial[level] = null;
    }
  }

  long size() {
    return edge.size();
  }

  Hash root() {
    return edge.root();
  }

  /** How many lines lie in full bundles, and the root over them. */
  Journal.Beginning settled() {
    return new Journal.Beginning(size() - partialLines.size(), settledRoot);
  }

  /** The lines after the last full bundle. */
  List<byte[]> partialLines() {
    return List.copyOf(partialLines);
  }

  /** True if the tile of this number is the one that still grows. */
  boolean holds(int level, long number) {
    return Tiling.hashes(level, size()) / Tiling.WIDTH == number;
  }

  /** The tile that still grows; only as many hashes of it mean anything as the size says. */
  byte[] growing(int level) {
    byte[] tile = partial[level];
    return tile == null ? new byte[0] : tile;
  }

  /** The files that a checkpoint of this size needs besides full ones. */
  void partialFiles(long size, BiConsumer<String, byte[]> files) {
    for (int level = 0; level < LEVELS; level++) {
      long number = Tiling.hashes(level, size) / Tiling.WIDTH;
      int width = Tiling.width(level, number, size);
      if (width > 0 && holds(level, number)) {
        files.accept(TilePath.hashes(level, number, width),
            Arrays.copyOf(growing(level), width * Hash.BYTES));
      }
    }
    int lines = (int) (size % Tiling.WIDTH);
    if (lines > 0 && holds(0, size / Tiling.WIDTH)) {
      files.accept(TilePath.lines(size / Tiling.WIDTH, lines),
          LineBundle.write(partialLines.subList(0, lines)));
    }
  }
}
