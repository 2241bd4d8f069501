package io.safehand.core.detect.scan;

import io.safehand.core.detect.identifiers.Plates;
import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;

/** Finds vehicle plates behind the sign of a province. */
final class PlateFinder {
  private final Glyphs glyphs;
  private final Plates plates = new Plates();
  private final StringBuilder tail = new StringBuilder(8);

  PlateFinder(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** Looks behind the province at {@code i}; returns where to go on. */
  int at(int i, Findings findings) {
    int next = glyphs.next(i);
    int letter = glyphs.at(next);
    if (!Glyphs.letter(letter)) {
      return next;
    }
    tail.setLength(0);
    int end = next;
    for (int c = letter; tail.length() < 9; c = glyphs.at(end)) {
      boolean dot = tail.length() == 1
          && (c == '·' || c == '•' || c == '・' || c == '.' || c == ' ' || c == '-');
      boolean last = tail.length() == 5 && "挂学警港澳".indexOf(c) >= 0;
      if (!dot && !last && !Glyphs.letter(c) && !Glyphs.digit(c)) {
        break;
      }
      if (!dot) {
        tail.append((char) (c >= 'a' && c <= 'z' ? c - 32 : c));
      }
      end = glyphs.next(end);
      if (last) {
        break;
      }
    }
    if (plates.tail(tail, 0, tail.length()) && holdsDigit()) {
      findings.found(Category.PLATE, i, end, 88);
      return end;
    }
    return next;
  }

  private boolean holdsDigit() {
    return tail.chars().anyMatch(c -> c >= '0' && c <= '9');
  }
}
