package io.safehand.core.handover.moved;

import io.safehand.core.person.PersonId;

/** Which people have passed: 32 to 64 bytes each, so a million fit easily. */
public final class SeenPeople {
  private long[] places = new long[2 << 12];
  private int size;

  /** False if this person passed before. */
  public boolean add(PersonId person) {
    if (4L * size >= places.length) {
      grow();
    }
    return put(person.high(), person.low());
  }

  private boolean put(long high, long low) {
    int mask = places.length / 2 - 1;
    // ids are random, but come from outside: mixing spares a crafted set from filling one run
    int at = (int) ((high ^ Long.rotateLeft(low * 0x9e3779b97f4a7c15L, 31)) & mask);
    while (places[2 * at] != 0 || places[2 * at + 1] != 0) {
      if (places[2 * at] == high && places[2 * at + 1] == low) {
        return false;
      }
      at = at + 1 & mask;
    }
    places[2 * at] = high;
    places[2 * at + 1] = low;
    size++;
    return true;
  }

  private void grow() {
    long[] old = places;
    places = new long[Math.multiplyExact(old.length, 2)];
    size = 0;
    for (int at = 0; at < old.length; at += 2) {
      if (old[at] != 0 || old[at + 1] != 0) {
        put(old[at], old[at + 1]);
      }
    }
  }
}
