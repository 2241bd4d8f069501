package io.safehand.server.custody.notices;

import io.safehand.core.rules.PersonFacts.TransferAnswer;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one act changes about the counts of a campaign. For one thread. */
final class Tally {
  private static final int ANSWERS = 100;

  private final SortedMap<Integer, Long> people = new TreeMap<>();

  /** So many people went from one delivery to another; nobody is counted under {@link Delivery#NONE}. */
  Tally moved(Delivery from, Delivery to, long count) {
    add(from, -count);
    add(to, count);
    return this;
  }

  Tally answered(TransferAnswer answer, long count) {
    people.merge(what(answer), count, Long::sum);
    return this;
  }

  private void add(Delivery delivery, long count) {
    if (delivery != Delivery.NONE) {
      people.merge(delivery.number(), count, Long::sum);
    }
  }

  /** By the number under which it is stored, in order. */
  SortedMap<Integer, Long> changes() {
    people.values().removeIf(count -> count == 0);
    return people;
  }

  static int what(TransferAnswer answer) {
    return ANSWERS + ToldRows.number(answer);
  }
}
