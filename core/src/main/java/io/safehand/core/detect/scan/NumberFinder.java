package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.detect.glyphs.Glyphs;

/** Finds everything that is written with digits: the candidate is read once, then its shapes are tried, longest first. */
final class NumberFinder {
  private static final String HOUSE = "号栋幢室楼弄单层座院组户";
  private static final int LONGEST_WORD = 20;
  private final Glyphs glyphs;
  private final AddressFinder addresses;
  private final NumberShapes shapes;
  private final Digits digits = new Digits();
  private final Candidate candidate;
  private final Extension extension;
  private int lastEnd;

  NumberFinder(Glyphs glyphs, NumberShapes shapes, AddressFinder addresses) {
    this.glyphs = glyphs;
    this.shapes = shapes;
    this.addresses = addresses;
    this.candidate = new Candidate(glyphs, digits);
    this.extension = new Extension(glyphs);
  }

  void restart() {
    lastEnd = 0;
    candidate.found(-1);
  }

  /** Looks at the number whose first digit stands at {@code i}; returns where to go on. */
  int at(int i, Findings findings) {
    int end = i;
    int count = 0;
    for (int width = digitWidth(i); width > 0 && count < 5; width = digitWidth(end)) {
      end += width;
      count++;
    }
    if (count < 5 && ends(i, end, count) && !Glyphs.letter(glyphs.before(i))) {
      house(end, findings);
      return end;
    }
    return examined(i, findings);
  }

  /** Bytes of the digit at {@code i}, ASCII or full-width; 0 if there is none. */
  private int digitWidth(int i) {
    if (i >= glyphs.to) {
      return 0;
    }
    int b = glyphs.text[i];
    if (b >= 0) {
      return b >= '0' && b <= '9' ? 1 : 0;
    }
    return b == (byte) 0xEF && glyphs.digitAt(i) ? 3 : 0;
  }

  /** A short number is done with unless letters, further digits or a separator and a digit follow. */
  private boolean ends(int start, int end, int count) {
    int c = glyphs.at(end);
    if (Digits.separator(c)) {
      int second = glyphs.at(glyphs.next(end));
      return !Glyphs.digit(second) && !Digits.separator(second);
    }
    if (c == '.') {
      return count != 3 || glyphs.at(start) != '1' || !glyphs.digitAt(glyphs.next(end));
    }
    return !Glyphs.letter(c) && !Glyphs.digit(c) && c != '@';
  }

  private int examined(int i, Findings findings) {
    int start = withLetters(i);
    int end = digits.read(glyphs, start);
    int first = 0;
    boolean any = false;
    while (first < digits.groups()) {
      int last = found(first, findings);
      if (last < 0 && first == 0 && shapes.damaged(candidate.groups(0, digits.groups() - 1))) {
        break;
      }
      any |= last >= 0;
      first = last < 0 ? first + 1 : last + 1;
    }
    lastEnd = end;
    if (!any) {
      house(end, findings);
    }
    return end;
  }

  private int withLetters(int i) {
    int start = i;
    for (int steps = 0; steps < LONGEST_WORD && start > lastEnd
        && Glyphs.letter(glyphs.before(start)); steps++) {
      start = glyphs.previous(start);
    }
    return start;
  }

  /** Tries the groups from {@code first} on, as many as possible; returns the last one used, or -1. */
  private int found(int first, Findings findings) {
    for (int last = digits.groups() - 1; last >= first; last--) {
      if (!shapes.possible(digits.length(first, last))) {
        continue;
      }
      Shape shape = shapes.shape(candidate.groups(first, last));
      if (shape.found()) {
        int end = extension.of(shape.category(), candidate.valueEnd());
        findings.found(shape.category(), candidate.valueStart(), end, shape.confidence());
        candidate.found(end);
        return last;
      }
    }
    return -1;
  }

  private void house(int end, Findings findings) {
    int c = glyphs.at(end);
    if (c > 0x7F && HOUSE.indexOf(c) >= 0) {
      addresses.around(end, findings);
    }
  }
}
