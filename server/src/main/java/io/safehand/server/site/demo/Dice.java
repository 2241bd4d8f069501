package io.safehand.server.site.demo;

import java.time.LocalDate;

/**
 * Rolls that are the same for ever for the same seed and row: SplitMix64, written out because the JDK may change how
 * its generators turn bits into numbers. For invented data only, never for keys.
 */
final class Dice {
  private long state;

  Dice(long seed, long row) {
    state = seed;
    state = next() ^ row;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /** From 0 up to, not including, the bound. */
  int below(int bound) {
    return (int) Math.floorMod(next(), (long) bound);
  }

  /** True so many times in a thousand. */
  boolean perMille(int times) {
    return below(1000) < times;
  }

  /** The day that lies a random part of the way from the first to the last, both included. */
  LocalDate between(LocalDate first, LocalDate last) {
    return LocalDate
        .ofEpochDay(first.toEpochDay() + below((int) (last.toEpochDay() - first.toEpochDay()) + 1));
  }

  String pick(String[] words) {
    return words[below(words.length)];
  }

  /** One character, also one outside the basic plane. */
  String pick(int[] characters) {
    return Character.toString(characters[below(characters.length)]);
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + below(10)));
    }
    return digits.toString();
  }
}
