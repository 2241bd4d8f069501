package io.safehand.core.handover.evidence;

import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.Tiling;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names an evidence folder may hold. */
final class EvidenceLayout {
  static final String PACK = "pack.json";
  static final String LEDGER = "ledger/";
  static final String PACKAGE = "package/";
  static final String RECEIPT = "receipt.json";
  static final String CERTIFICATE = "certificate.json";
  static final String DESTROYED = "destroyed.txt";
  static final int SMALL_FILE = 1 << 22;
  static final int COMMITMENTS_FILE = 1 << 30;

  private EvidenceLayout() {}

  /** Exactly the files that a log of this size publishes: checkpoint, hash tiles, bundles of lines. */
  static SortedSet<String> ledgerFiles(long size) {
    SortedSet<String> files = new TreeSet<>();
    files.add(TilePath.CHECKPOINT);
    for (int level = 0; Tiling.hashes(level, size) > 0; level++) {
      for (long number = 0; Tiling.width(level, number, size) > 0; number++) {
        files.add(TilePath.hashes(level, number, Tiling.width(level, number, size)));
      }
    }
    for (long number = 0; Tiling.width(0, number, size) > 0; number++) {
      files.add(TilePath.lines(number, Tiling.width(0, number, size)));
    }
    return files;
  }
}
