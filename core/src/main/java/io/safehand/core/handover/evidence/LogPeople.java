package io.safehand.core.handover.evidence;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.tiles.LogFiles;
import io.safehand.core.ledger.tiles.PublishedTiles;
import io.safehand.core.ledger.tree.Tiling;
import java.util.List;
import java.util.Optional;

/**
 * Counts people from the lines of a whole, verified log: those that came by intake and receiving, less those destroyed.
 *
 * @param live people alive when the counting stopped
 * @param destroyed people of {@code custody.shred} lines among them
 * @param controlChanges lines of {@code control.changed}
 */
record LogPeople(long live, long destroyed, long controlChanges) {
  /** Counts the first {@code size} lines. */
  static LogPeople among(LogFiles files, long logSize, long size) throws HandoverRefused {
    LogPeople people = new LogPeople(0, 0, 0);
    PublishedTiles tiles = new PublishedTiles(files, logSize);
    for (long bundle = 0; bundle * Tiling.WIDTH < size; bundle++) {
      List<byte[]> lines = tiles.lines(bundle)
          .orElseThrow(() -> new HandoverRefused(Fault.LEDGER_WRONG, EvidenceLayout.LEDGER));
      int wanted = (int) Math.min(lines.size(), size - bundle * Tiling.WIDTH);
      for (int at = 0; at < wanted; at++) {
        people = people.after(lines.get(at), bundle * Tiling.WIDTH + at);
      }
    }
    return people;
  }

  private LogPeople after(byte[] bytes, long index) throws HandoverRefused {
    try {
      LedgerLine line = LedgerLine.parse(bytes);
      if (line.act().equals(Act.INTAKE.code()) || line.act().equals(Act.RECEIVE.code())) {
        return new LogPeople(live + people(line), destroyed, controlChanges);
      }
      if (line.act().equals(Act.SHRED.code())) {
        return new LogPeople(live - people(line), destroyed + people(line), controlChanges);
      }
      return line.act().equals(Act.CONTROL_CHANGED.code())
          ? new LogPeople(live, destroyed, controlChanges + 1)
          : this;
    } catch (JsonRefused malformed) {
      throw new HandoverRefused(Fault.LEDGER_WRONG, EvidenceLayout.LEDGER + " line " + index, malformed);
    }
  }

  /** The count of people in a line's details: {@code people}, or {@code records} where every person has one. */
  private static long people(LedgerLine line) {
    Optional<Json> count = line.details().find("people").or(() -> line.details().find("records"));
    return count.orElseThrow(() -> new JsonRefused("a line without its count of people")).asNumber();
  }
}
