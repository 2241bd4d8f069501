package io.safehand.core.detect.names;

import java.util.Arrays;

/**
 * Names that were well supported once are believed where they stand without support. Remembers fingerprints only, and
 * a bounded number of them.
 */
final class SeenNames {
  private static final int MASK = (1 << 12) - 1;
  private final long[] prints = new long[MASK + 1];

  private final boolean[] firsts = new boolean[1 << 16];

  void forget() {
    Arrays.fill(prints, 0);
    Arrays.fill(firsts, false);
  }

  /** Whether some name that begins with this character was seen. */
  boolean begins(int c) {
    return c < firsts.length && firsts[c];
  }

  void add(int first, byte[] text, int from, int to) {
    firsts[first & 0xFFFF] = true;
    long print = print(text, from, to);
    prints[slot(print)] = print;
  }

  boolean holds(byte[] text, int from, int to) {
    long print = print(text, from, to);
    return prints[slot(print)] == print;
  }

  private static int slot(long print) {
    return (int) (print >>> 40) & MASK;
  }

  private static long print(byte[] text, int from, int to) {
    long print = to - from;
    for (int i = from; i < to; i++) {
      print = (print ^ text[i] & 0xFF) * 0x9E3779B97F4A7C15L;
      print ^= print >>> 29;
    }
    return print == 0 ? 1 : print;
  }
}
