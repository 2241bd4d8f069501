package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
/**
 * A number as it stands in text, cut into groups by single separators: {@code 138-1234 5678}, {@code 6222 0000 …},
 * {@code (010) 6234-5678}, letters in front included. Reused for one number after the other.
 */
final class Digits {
  static final int MOST_GROUPS = 8;
  private static final int MOST_CHARACTERS = 64;
  final int[] starts = new int[MOST_GROUPS];
  final int[] ends = new int[MOST_GROUPS];
  private final int[] lengths = new int[MOST_GROUPS];
  private final StringBuilder plain = new StringBuilder(MOST_CHARACTERS);
  private int groups;
  private boolean plus;

  /** Reads the number that begins at {@code start}; returns where it ends. */
  int read(Glyphs glyphs, int start) {
    groups = 0;
    plain.setLength(0);
    plus = glyphs.before(start) == '+';
    int i = start;
    while (groups < MOST_GROUPS) {
      int end = group(glyphs, i);
      int next = separated(glyphs, end);
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

  /** Where the next group begins behind one space, hyphen or bracket, or a bracket with a space; -1 if none does. */
  private static int separated(Glyphs glyphs, int end) {
    int c = glyphs.at(end);
    if (c != ' ' && c != '-' && c != ')' && c != '(') {
      return -1;
    }
    int i = glyphs.next(end);
    int second = glyphs.at(i);
    if ((c == ')' || second == '(') && (second == ' ' || second == '-' || second == '(')) {
      i = glyphs.next(i);
    }
    return glyphs.digitAt(i) ? i : -1;
  }

  int groups() {
    return groups;
  }

  int length(int group) {
    return lengths[group];
  }

  /** The characters of some groups without what separates them. */
  CharSequence joined(int first, int last) {
    int from = 0;
    for (int g = 0; g < first; g++) {
      from += lengths[g];
    }
    int to = from;
    for (int g = first; g <= last; g++) {
      to += lengths[g];
    }
    return plain.substring(from, to);
  }

  /** Whether the first group is the country code of China. */
  boolean china() {
    if (groups < 2) {
      return false;
    }
    return lengths[0] == 2 && plain.charAt(0) == '8' && plain.charAt(1) == '6'
        || lengths[0] == 4 && plain.indexOf("0086") == 0;
  }

  boolean plus() {
    return plus;
  }
}
