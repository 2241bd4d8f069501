package io.safehand.core.handover.evidence;

import io.safehand.core.ledger.tiles.TilePath;
import io.safehand.core.ledger.tree.Tiling;
import java.io.IOException;

/** The names an evidence folder may hold. */
final class EvidenceLayout {
  static final String PACK = "pack.json";
  static final String LEDGER = "ledger/";
  static final String PACKAGE = "package/";
  static final String RECEIPT = "receipt.json";
  static final String CERTIFICATE = "certificate.json";
  static final String DESTROYED = "destroyed.txt";
  static final int SMALL_FILE = 1 << 22;

  private EvidenceLayout() {}

  /** What is done with each name. */
  interface Each {
    void name(String name) throws IOException;
  }

  /** Names exactly the files that a log of this size publishes, one by one: checkpoint, bundles of lines, hash tiles. */
  static void ledgerFiles(long size, Each each) throws IOException {
    each.name(TilePath.CHECKPOINT);
    for (long number = 0; Tiling.width(0, number, size) > 0; number++) {
      each.name(TilePath.lines(number, Tiling.width(0, number, size)));
    }
    for (int level = 0; Tiling.hashes(level, size) > 0; level++) {
      for (long number = 0; Tiling.width(level, number, size) > 0; number++) {
        each.name(TilePath.hashes(level, number, Tiling.width(level, number, size)));
      }
    }
  }
}
