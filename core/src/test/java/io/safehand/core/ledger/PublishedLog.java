package io.safehand.core.ledger;

import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.TilePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a published log in memory, for tests that change them. */
final class PublishedLog implements LogFiles {
  private final Map<String, byte[]> files = new HashMap<>();
  private final Checkpoint checkpoint;

  PublishedLog(House house, List<byte[]> lines) {
    GrowingTree tree = new GrowingTree();
    lines.forEach(tree::append);
    tree.drain(files::put);
    tree.partialFiles(tree.size(), files::put);
    checkpoint = new Checkpoint(House.ORIGIN, tree.size(), tree.root());
    files.put(TilePath.CHECKPOINT, house.sign(checkpoint).bytes());
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  Map<String, byte[]> files() {
    return files;
  }

  byte[] file(String path) {
    return read(path).orElseThrow();
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(files.get(path));
  }
}
