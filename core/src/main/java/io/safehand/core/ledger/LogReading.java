package io.safehand.core.ledger;

import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.TileMissing;
import io.safehand.core.ledger.tree.Tiling;
import io.safehand.core.ledger.tree.TreeEdge;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One reading of a whole log from its first line to its last, against its tiles and its checkpoints. */
final class LogReading {
  private final Checkpoint checkpoint;
  private final List<Checkpoint> older;
  private final PublishedTiles tiles;
  private final TreeEdge edge = new TreeEdge(this::compare);
  private final byte[][] held = new byte[8][];
  private Optional<LedgerVerdict.Broken> broken = Optional.empty();

  LogReading(LogFiles files, Checkpoint checkpoint, List<Checkpoint> older) {
    this.checkpoint = checkpoint;
    this.older = older.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
    tiles = new PublishedTiles(files, checkpoint.size());
  }

  Optional<LedgerVerdict.Broken> firstBroken() {
    compareOlder();
    for (long bundle = 0; broken.isEmpty() && edge.size() < checkpoint.size(); bundle++) {
      read(bundle);
    }
    if (broken.isEmpty() && !edge.root().equals(checkpoint.root())) {
      found("ledger.root.different", "the root of " + checkpoint.size() + " lines");
    }
    Optional<Checkpoint> longer = older.stream().filter(old -> old.size() > checkpoint.size()).findFirst();
    longer.ifPresent(old -> found("ledger.cut", "lines " + checkpoint.size() + " to " + (old.size() - 1)));
    return broken;
  }

  private void read(long bundle) {
    Optional<List<byte[]>> lines = tiles.lines(bundle);
    if (lines.isEmpty()) {
      found("ledger.lines.missing", TilePath.lines(bundle, Tiling.width(0, bundle, checkpoint.size())));
      return;
    }
    for (byte[] line : lines.get()) {
      long number = edge.size();
      edge.append(line);
      if (broken.isEmpty() && !isLine(line)) {
        found("ledger.line.malformed", "line " + number);
      }
      compareOlder();
      if (broken.isPresent()) {
        return;
      }
    }
  }

  private static boolean isLine(byte[] line) {
    try {
      LedgerLine.parse(line);
      return true;
    } catch (JsonRefused refused) {
      return false;
    }
  }

  private void compareOlder() {
    for (Checkpoint old : older) {
      if (broken.isEmpty() && old.size() == edge.size() && !old.root().equals(edge.root())) {
        found("ledger.forked", "the first " + old.size() + " lines");
      }
    }
  }

  /** Every hash that a tile should hold, as the tree of the lines gives it. */
  private void compare(int level, byte[] hash, int at) {
    long index = Tiling.hashes(level, edge.size() + 1) - 1;
    long number = index / Tiling.WIDTH;
    int place = (int) (index % Tiling.WIDTH);
    Optional<byte[]> tile = place == 0 ? load(level, number) : Optional.ofNullable(held[level]);
    int from = place * Hash.BYTES;
    boolean same = tile.isPresent()
        && Arrays.equals(tile.get(), from, from + Hash.BYTES, hash, at, at + Hash.BYTES);
    if (!same && broken.isEmpty()) {
      String path = TilePath.hashes(level, number, Tiling.width(level, number, checkpoint.size()));
      found(
          tile.isEmpty() ? "ledger.tile.missing" : level == 0 ? "ledger.line.changed" : "ledger.tile.changed",
          tile.isPresent() && level == 0 ? "line " + index : path);
    }
  }

  private Optional<byte[]> load(int level, long number) {
    try {
      held[level] = tiles.tile(level, number, Tiling.width(level, number, checkpoint.size()));
      return Optional.of(held[level]);
    } catch (TileMissing missing) {
      return Optional.empty();
    }
  }

  private void found(String code, String place) {
    if (broken.isEmpty()) {
      broken = Optional.of(new LedgerVerdict.Broken(code, place));
    }
  }
}
