package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;

/**
 * A number as it stands in text, cut into groups by single separators: {@code 138-1234 5678}, {@code 6222 0000 …},
 * {@code (010) 6234-5678}, letters in front included. Reused for one number after the other.
 */
final class Digits {
  static final int MOST_GROUPS = 8;
  private static final int MOST_CHARACTERS = 64;
  private final int[] starts = new int[MOST_GROUPS];
  private final int[] ends = new int[MOST_GROUPS];
  private final int[] lengths = new int[MOST_GROUPS];
  private final boolean[] dotted = new boolean[MOST_GROUPS];
  private final StringBuilder plain = new StringBuilder(MOST_CHARACTERS);
  private int groups;

  /** Reads the number that begins at {@code start}; returns where it ends. */
  int read(Glyphs glyphs, int start) {
    groups = 0;
    plain.setLength(0);
    int i = start;
    boolean dot = false;
    while (groups < MOST_GROUPS) {
      dotted[groups] = dot;
      int end = group(glyphs, i);
      dot = glyphs.at(end) == '.';
      int next = dot ? pointed(glyphs, end) : separated(glyphs, end);
      if (next < 0 || plain.length() >= MOST_CHARACTERS) {
        return end;
      }
      i = next;
    }
    return ends[groups - 1];
  }

  private int group(Glyphs glyphs, int start) {
    int before = plain.length();
    int i = start;
    for (int c = glyphs.at(i); Glyphs.digit(c) || Glyphs.letter(c); c = glyphs.at(i)) {
      if (plain.length() < MOST_CHARACTERS) {
        plain.append((char) (c >= 'a' ? c - 32 : c));
      }
      i = glyphs.next(i);
    }
    starts[groups] = start;
    ends[groups] = i;
    lengths[groups] = plain.length() - before;
    groups++;
    return i;
  }

  /** Where the next group begins behind one space, hyphen or bracket, or two of them with a bracket; -1 if none does. */
  private static int separated(Glyphs glyphs, int end) {
    int c = glyphs.at(end);
    if (!separator(c)) {
      return -1;
    }
    int i = glyphs.next(end);
    int second = glyphs.at(i);
    if (separator(second) && (bracket(c) || bracket(second))) {
      i = glyphs.next(i);
    }
    return glyphs.digitAt(i) ? i : -1;
  }

  /** Dots separate only the groups of a mobile number, 3.4.4: anything else with dots is a version or an address. */
  private int pointed(Glyphs glyphs, int end) {
    int group = groups - 1;
    boolean mobile = group == 0
        ? lengths[0] == 3 && plain.charAt(0) == '1'
        : group == 1 && dotted[1] && lengths[1] == 4;
    int i = glyphs.next(end);
    return mobile && glyphs.digitAt(i) ? i : -1;
  }

  static boolean separator(int c) {
    return c == ' ' || c == '-' || bracket(c);
  }

  private static boolean bracket(int c) {
    return c == '(' || c == ')';
  }

  int groups() {
    return groups;
  }

  int start(int group) {
    return starts[group];
  }

  int end(int group) {
    return ends[group];
  }

  int length(int group) {
    return lengths[group];
  }

  /** Characters of some groups together. */
  int length(int first, int last) {
    int length = 0;
    for (int g = first; g <= last; g++) {
      length += lengths[g];
    }
    return length;
  }

  /** Whether a dot stands before the group. */
  boolean dotted(int group) {
    return dotted[group];
  }

  /** The characters of some groups without what separates them. */
  String joined(int first, int last) {
    int from = length(0, first - 1);
    return plain.substring(from, from + length(first, last));
  }
}
