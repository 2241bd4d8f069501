package io.safehand.core.handover.moved;

import io.safehand.core.person.PersonId;
import java.security.SecureRandom;

/**
 * Which people have passed: 32 to 64 bytes each, so a million fit easily. Ids come from outside: their places depend on
 * random numbers of this instance, so nobody can choose ids that all fall into one run.
 */
public final class SeenPeople {
  private final long firstKey;
  private final long secondKey;
  private long[] places = new long[2 << 12];
  private int size;

  public SeenPeople(SecureRandom random) {
    this.firstKey = random.nextLong();
    this.secondKey = random.nextLong();
  }

  /** False if this person passed before. */
  public boolean add(PersonId person) {
    if (4L * size >= places.length) {
      grow();
    }
    return put(person.high(), person.low());
  }

  private boolean put(long high, long low) {
    int mask = places.length / 2 - 1;
    int at = (int) (mixed(mixed(high ^ firstKey) ^ low ^ secondKey) & mask);
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

  /** Every bit of the result depends on every bit of the value (the finalizer of MurmurHash3). */
  private static long mixed(long value) {
    long once = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    long twice = (once ^ once >>> 33) * 0xc4ceb9fe1a85ec53L;
    return twice ^ twice >>> 33;
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
