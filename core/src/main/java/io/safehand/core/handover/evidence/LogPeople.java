package io.safehand.core.handover.evidence;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import java.util.Optional;

/**
 * Counts people from the lines of a log: those that came by intake and receiving, less those destroyed. A count below
 * zero is refused, and so is the destruction of more people than there were.
 */
final class LogPeople {
  private long live;
  private long destroyed;
  private long controlChanges;

  /** Counts the first {@code size} lines. */
  static LogPeople among(LogLines lines, long size) throws HandoverRefused {
    LogPeople people = new LogPeople();
    lines.forEach(size, people::count);
    return people;
  }

  /** People alive when the counting stopped. */
  long live() {
    return live;
  }

  /** People of {@code custody.shred} lines. */
  long destroyed() {
    return destroyed;
  }

  /** Lines of {@code control.changed}. */
  long controlChanges() {
    return controlChanges;
  }

  private void count(LedgerLine line) {
    if (line.act().equals(Act.INTAKE.code()) || line.act().equals(Act.RECEIVE.code())) {
      live = Math.addExact(live, people(line));
    } else if (line.act().equals(Act.SHRED.code())) {
      live = requireNotNegative(live - people(line));
      destroyed += people(line);
    } else if (line.act().equals(Act.CONTROL_CHANGED.code())) {
      controlChanges++;
    }
  }

  /** The count of people in a line's details: {@code people}, or {@code records} where every person has one. */
  private static long people(LedgerLine line) {
    Optional<Json> count = line.details().find("people").or(() -> line.details().find("records"));
    return requireNotNegative(
        count.orElseThrow(() -> new JsonRefused("a line without its count of people")).asNumber());
  }

  private static long requireNotNegative(long people) {
    if (people < 0) {
      throw new JsonRefused("a count of people is below zero");
    }
    return people;
  }
}
