package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.Hash;
import io.safehand.core.ledger.tree.Proofs;
import io.safehand.core.ledger.tree.Tiling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the two copies of a log to the same state before it is used: the longer one leads, the other is mended from
 * it, and neither is touched if a checkpoint that was shown says that both are old or another history.
 */
final class LogOpening {
  private final List<LogCopy> copies;
  private final List<Checkpoint> seen;

  LogOpening(List<LogCopy> copies, List<Checkpoint> seen) {
    this.copies = copies;
    this.seen = seen;
  }

  /** The log's tree; both copies are settled and ready to append. */
  GrowingTree open() throws IOException {
    Map<LogCopy, GrowingTree> recovered = new LinkedHashMap<>();
    for (LogCopy copy : copies) {
      copy.recovered().ifPresent(tree -> recovered.put(copy, tree));
    }
    if (recovered.isEmpty()) {
      begin(recovered);
    }
    LogCopy leader = leader(recovered);
    GrowingTree tree = recovered.getOrDefault(leader, new GrowingTree());
    requireFresh(leader, tree);
    for (LogCopy copy : copies) {
      mend(copy, Optional.ofNullable(recovered.get(copy)), leader, tree);
    }
    republish(tree);
    return tree;
  }

  private void begin(Map<LogCopy, GrowingTree> recovered) {
    if (!copies.stream().allMatch(LogCopy::isNew)) {
      throw new LedgerDamaged("neither folder of the log gives its lines back");
    }
    copies.forEach(copy -> recovered.put(copy, new GrowingTree()));
  }

  private static LogCopy leader(Map<LogCopy, GrowingTree> recovered) {
    List<LogCopy> bySize = new ArrayList<>(recovered.keySet());
    bySize.sort((one, other) -> Long.compare(size(recovered, other), size(recovered, one)));
    return bySize.getFirst();
  }

  private static long size(Map<LogCopy, GrowingTree> recovered, LogCopy copy) {
    return recovered.getOrDefault(copy, new GrowingTree()).size();
  }

  /** What outsiders were shown counts as seen, in either folder. */
  private void requireFresh(LogCopy leader, GrowingTree tree) {
    List<Checkpoint> shown = new ArrayList<>(seen);
    copies.forEach(copy -> copy.published().ifPresent(shown::add));
    for (Checkpoint checkpoint : shown) {
      if (checkpoint.size() > tree.size()) {
        throw new LedgerOutdated(
            "the log has " + tree.size() + " lines and was shown with " + checkpoint.size());
      }
      if (!rootAt(leader, tree, checkpoint.size()).equals(checkpoint.root())) {
        throw new LedgerForked("the log was shown with another history of " + checkpoint.size() + " lines");
      }
    }
  }

  private static Hash rootAt(LogCopy copy, GrowingTree tree, long size) {
    return new Proofs(new LogTiles(copy.files(), tree)).root(size);
  }

  private static void mend(LogCopy copy, Optional<GrowingTree> own, LogCopy leader, GrowingTree all)
      throws IOException {
    GrowingTree tree = own.orElseGet(GrowingTree::new);
    if (!rootAt(leader, all, tree.size()).equals(tree.root())) {
      throw new LedgerForked(
          "the two folders of the log hold different histories of " + tree.size() + " lines");
    }
    PublishedTiles from = new PublishedTiles(leader.files(), all.settled().base());
    while (tree.size() < all.size()) {
      long bundle = tree.size() / Tiling.WIDTH;
      List<byte[]> lines = tree.size() < all.settled().base()
          ? from.lines(bundle).orElseThrow(LogOpening::lost)
          : all.partialLines();
      lines.subList((int) (tree.size() % Tiling.WIDTH), lines.size()).forEach(tree::append);
      tree.drain(copy::write);
    }
    if (!tree.root().equals(all.root())) {
      throw lost();
    }
    copy.settle(tree);
  }

  private static LedgerDamaged lost() {
    return new LedgerDamaged("the folder that has more of the log cannot give all of it to the other");
  }

  /** Partial files were never synced: those of the shown checkpoint are written once more, in both copies. */
  private void republish(GrowingTree tree) throws IOException {
    Optional<LogCopy> shown = copies.stream()
        .filter(copy -> copy.published().isPresent())
        .max((one, other) -> Long.compare(publishedSize(one), publishedSize(other)));
    if (shown.isPresent()) {
      byte[] note = shown.get().files().read(TilePath.CHECKPOINT).orElseThrow();
      Map<String, byte[]> partials = new LinkedHashMap<>();
      tree.partialFiles(publishedSize(shown.get()), partials::put);
      for (LogCopy copy : copies) {
        copy.publish(note, partials);
      }
    }
  }

  private static long publishedSize(LogCopy copy) {
    return copy.published().map(Checkpoint::size).orElse(0L);
  }
}
