package io.safehand.core.handover.evidence;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tree.Tiling;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of a whole log that was verified, from the first on.
 *
 * @param logSize lines of the whole log
 */
record LogLines(LogFiles files, long logSize) {
  /** Gives the first {@code size} lines; one that {@code each} finds malformed is refused with its number. */
  void forEach(long size, Consumer<LedgerLine> each) throws HandoverRefused {
    PublishedTiles tiles = new PublishedTiles(files, logSize);
    for (long bundle = 0; bundle * Tiling.WIDTH < size; bundle++) {
      List<byte[]> lines = tiles.lines(bundle)
          .orElseThrow(() -> new HandoverRefused(Fault.LEDGER_WRONG, EvidenceLayout.LEDGER));
      int wanted = (int) Math.min(lines.size(), size - bundle * Tiling.WIDTH);
      for (int at = 0; at < wanted; at++) {
        give(lines.get(at), bundle * Tiling.WIDTH + at, each);
      }
    }
  }

  private static void give(byte[] line, long number, Consumer<LedgerLine> each) throws HandoverRefused {
    try {
      each.accept(LedgerLine.parse(line));
    } catch (JsonRefused | ArithmeticException malformed) {
      throw new HandoverRefused(Fault.LEDGER_WRONG, EvidenceLayout.LEDGER + " line " + number, malformed);
    }
  }
}
