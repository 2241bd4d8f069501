package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tree.ConsistencyProof;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.Hashing;
import io.safehand.core.ledger.tree.InclusionProof;
import io.safehand.core.ledger.tree.Proofs;
import io.safehand.core.ledger.tree.TileMissing;
import io.safehand.core.ledger.tree.Tiling;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What an open log holds, read from whichever of its two folders gives it whole: lines are hashed again and proofs are
 * checked before they are given out. Whoever asks holds the log's lock.
 */
final class LogContents {
  private final List<LogCopy> copies;
  private final GrowingTree tree;

  LogContents(List<LogCopy> copies, GrowingTree tree) {
    this.copies = copies;
    this.tree = tree;
  }

  /** At most {@code most} lines from this number on, in order. */
  List<byte[]> lines(long from, int most) {
    List<byte[]> lines = new ArrayList<>();
    long end = Math.min(from + most, tree.size());
    for (long next = from; next < end; next = from + lines.size()) {
      List<byte[]> bundle = bundle(next / Tiling.WIDTH);
      int start = (int) (next % Tiling.WIDTH);
      lines.addAll(bundle.subList(start, (int) Math.min(bundle.size(), start + end - next)));
    }
    return lines;
  }

  private List<byte[]> bundle(long number) {
    return tree.holds(0, number)
        ? tree.partialLines().stream().map(byte[]::clone).toList()
        : fromEither(copy -> new PublishedTiles(copy.files(), (number + 1) * Tiling.WIDTH).lines(number)
            .filter(lines -> hashesTo(lines, tile(copy, 0, number))));
  }

  private static boolean hashesTo(List<byte[]> lines, byte[] tile) {
    Hashing hashing = new Hashing();
    byte[] hashes = new byte[tile.length];
    for (int i = 0; i < lines.size(); i++) {
      hashing.leaf(lines.get(i), 0, lines.get(i).length, hashes, i * Hash.BYTES);
    }
    return Arrays.equals(hashes, tile);
  }

  private byte[] tile(LogCopy copy, int level, long number) {
    return new LogTiles(copy.files(), tree).tile(level, number, Tiling.WIDTH);
  }

  /** The number of this line, if it is among the last {@code last} lines. */
  OptionalLong find(byte[] line, int last) {
    byte[] leaf = new Hashing().leaf(line).bytes();
    long end = tree.size();
    long start = Math.max(0, end - last);
    while (end > start) {
      long number = (end - 1) / Tiling.WIDTH;
      long begin = Math.max(start, number * Tiling.WIDTH);
      byte[] tile = fromEither(copy -> Optional.of(tile(copy, 0, number)));
      int at = lastIndexOf(tile, leaf, (int) (begin % Tiling.WIDTH), (int) (end - number * Tiling.WIDTH));
      if (at >= 0) {
        return OptionalLong.of(number * Tiling.WIDTH + at);
      }
      end = begin;
    }
    return OptionalLong.empty();
  }

  private static int lastIndexOf(byte[] tile, byte[] leaf, int from, int to) {
    int at = to - 1;
    while (at >= from && !Arrays.equals(tile, at * Hash.BYTES, (at + 1) * Hash.BYTES, leaf, 0, Hash.BYTES)) {
      at--;
    }
    return at >= from ? at : -1;
  }

  /** The root when the log had this size. */
  Hash root(long size) {
    return size == tree.size() ? tree.root() : fromEither(copy -> Optional.of(proofs(copy).root(size)));
  }

  /** Proof that the line with this number is under the checkpoint. */
  InclusionProof inclusion(long index, Checkpoint under) {
    return fromEither(copy -> Optional.of(proofs(copy).inclusion(index, under.size()))
        .filter(made -> made.proves(leaf(copy, index), under.root())));
  }

  private Hash leaf(LogCopy copy, long index) {
    int at = (int) (index % Tiling.WIDTH) * Hash.BYTES;
    return Hash.of(Arrays.copyOfRange(tile(copy, 0, index / Tiling.WIDTH), at, at + Hash.BYTES));
  }

  /** Proof that the log at the larger size continues what it was at the smaller size. */
  ConsistencyProof consistency(long smaller, long larger) {
    return fromEither(copy -> Optional.of(proofs(copy).consistency(smaller, larger))
        .filter(made -> made.proves(root(smaller), root(larger))));
  }

  private Proofs proofs(LogCopy copy) {
    return new Proofs(new LogTiles(copy.files(), tree));
  }

  /** What one folder cannot give whole, the other may. */
  private <T> T fromEither(Function<LogCopy, Optional<T>> read) {
    for (LogCopy copy : copies) {
      try {
        Optional<T> whole = read.apply(copy);
        if (whole.isPresent()) {
          return whole.get();
        }
      } catch (TileMissing | UncheckedIOException unreadable) {
        // the other folder is asked; if it fails too, the log is damaged
      }
    }
    throw new LedgerDamaged("neither folder gives a part of the log back whole");
  }
}
