package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;

/** Finds everything that is written with digits: the candidate is read once, then its shapes are tried, longest first. */
final class NumberFinder {
  private static final String HOUSE = "号栋幢室楼弄单层座院组户";
  private final Glyphs glyphs;
  private final AddressFinder addresses;
  private final NumberShapes shapes;
  private final Digits digits = new Digits();
  private int lastEnd;

  NumberFinder(Glyphs glyphs, NumberShapes shapes, AddressFinder addresses) {
    this.glyphs = glyphs;
    this.shapes = shapes;
    this.addresses = addresses;
  }

  void restart() {
    lastEnd = 0;
  }

  /** Looks at the number whose first digit stands at {@code i}; returns where to go on. */
  int at(int i, Findings findings) {
    int end = i;
    int count = 0;
    for (int width = digitWidth(i); width > 0 && count < 5; width = digitWidth(end)) {
      end += width;
      count++;
    }
    if (count < 5 && plainEnd(end) && !Glyphs.letter(glyphs.before(i))) {
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
  private boolean plainEnd(int end) {
    int c = glyphs.at(end);
    if (c == ' ' || c == '-' || c == ')' || c == '(') {
      int second = glyphs.at(end + 1);
      return !Glyphs.digit(second) && second != ' ' && second != '-' && second != '(';
    }
    return !Glyphs.letter(c) && !Glyphs.digit(c) && c != '@';
  }

  private int examined(int i, Findings findings) {
    int start = withLetters(i);
    int end = digits.read(glyphs, start);
    int first = 0;
    int found = -1;
    while (first < digits.groups()) {
      int last = found(first, findings);
      found = Math.max(found, last);
      first = last < 0 ? first + 1 : last + 1;
    }
    lastEnd = end;
    if (found < 0) {
      house(end, findings);
    }
    return end;
  }

  private int withLetters(int i) {
    int start = i;
    for (int steps = 0; steps < 20 && start > lastEnd && Glyphs.letter(glyphs.before(start)); steps++) {
      start = glyphs.previous(start);
    }
    return start;
  }

  /** Tries the groups from {@code first} on, as many as possible; returns the last one used, or -1. */
  private int found(int first, Findings findings) {
    for (int last = digits.groups() - 1; last >= first; last--) {
      Category category = shapes.shape(glyphs, digits, first, last);
      if (category != Category.TEXT) {
        findings.found(category, opening(first), digits.ends[last], shapes.confidence());
        return last;
      }
    }
    return -1;
  }

  /** The value begins at the plus sign of a country code, and at the bracket of an area or country code. */
  private int opening(int group) {
    int start = digits.starts[group] + shapes.label();
    if (group > 0 || shapes.label() > 0) {
      return start;
    }
    int signed = digits.plus() ? glyphs.previous(start) : start;
    boolean bracket = glyphs.before(signed) == '(' && glyphs.at(digits.ends[0]) == ')';
    return bracket ? glyphs.previous(signed) : signed;
  }

  private void house(int end, Findings findings) {
    int c = glyphs.at(end);
    if (c > 0x7F && HOUSE.indexOf(c) >= 0) {
      addresses.around(end, findings);
    }
  }
}
