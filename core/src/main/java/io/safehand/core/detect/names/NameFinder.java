package io.safehand.core.detect.names;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;

/**
 * Finds names of people in running text by surname, characters that names like, and what stands before and behind.
 * Conservative: a name must be supported from at least one side.
 *
 * <p>Points are halves of a vote; what they are worth was set by hand on one half of a news corpus and measured on the
 * other.
 */
public final class NameFinder {
  private static final int ENOUGH = 8;
  private static final int MANY = 12;
  private static final String ENDS = "，。；：！？”’（）》」】… (,.;:!?)\"'\t\n\r|<";
  private static final String BEGINS = "，。；：！？“‘（）《「』【…,.;:!?()\"'\t\n\r|>";
  private static final String INNER = "不都卜";
  private final Glyphs glyphs;
  private final NameWords words;
  private final SeenNames seen = new SeenNames();
  private int lastEnd;
  private int best;
  private int bestEnd;

  public NameFinder(Glyphs glyphs, NameWords words) {
    this.glyphs = glyphs;
    this.words = words;
    words.signs(BEGINS, ENDS);
  }

  public void restart() {
    lastEnd = -1;
  }

  /** Another document begins. */
  public void forget() {
    seen.forget();
  }

  /** Looks at the surname {@code c} at {@code i}; returns where to go on. */
  public int at(int i, int c, Findings findings) {
    int second = glyphs.next(i);
    int c2 = glyphs.at(second);
    if (!Glyphs.han(c2) || words.is(c2, NameWords.NEVER) || words.other(c, c2)) {
      return second;
    }
    boolean compound = words.is(c, NameWords.COMPOUND) && words.compound(c, c2);
    if (!compound && !words.is(c, NameWords.SURNAME | NameWords.DOUBTFUL)) {
      return second;
    }
    best = ENOUGH - 1;
    int left = left(i);
    int known = seen.begins(c) ? known(i, second) : 0;
    if (known > 0) {
      return found(i, known, 65, findings);
    }
    int given = compound ? glyphs.next(second) : second;
    int surname = compound ? 6 : words.is(c, NameWords.SURNAME) ? 4 : 2;
    weigh(given, left, surname);
    if (best < ENOUGH) {
      return second;
    }
    if (best >= MANY) {
      seen.add(c, glyphs.text, i, bestEnd);
    }
    return found(i, bestEnd, best >= MANY ? 75 : 60, findings);
  }

  private int found(int start, int end, int confidence, Findings findings) {
    findings.found(Category.NAME, start, end, confidence);
    lastEnd = end;
    return end;
  }

  /** Where a name of three or two characters ends that was well supported before; 0 if this is none. */
  private int known(int i, int second) {
    int two = glyphs.next(second);
    if (two < glyphs.to) {
      int three = glyphs.next(two);
      if (three <= glyphs.to && seen.holds(glyphs.text, i, three)) {
        return three;
      }
    }
    return seen.holds(glyphs.text, i, two) ? two : 0;
  }

  /** Tries one and two given characters. */
  private void weigh(int given, int left, int surname) {
    int c1 = glyphs.at(given);
    if (!Glyphs.han(c1) || words.is(c1, NameWords.NEVER)) {
      return;
    }
    int next = glyphs.next(given);
    int c2 = glyphs.at(next);
    int first = surname + (words.is(c1, NameWords.GIVEN) ? 2 : -2);
    better(left, first - 1, next);
    if (Glyphs.han(c2) && !words.is(c2, NameWords.NEVER)) {
      better(left, first + (words.is(c2, NameWords.GIVEN) ? 2 : -1), glyphs.next(next));
    }
  }

  private void better(int left, int score, int end) {
    int right = right(end);
    int total = left + score + right;
    if ((left >= 2 || right >= 3) && (total > best || total == best && best >= ENOUGH)) {
      best = total;
      bestEnd = end;
    }
  }

  private int left(int i) {
    if (i == lastEnd) {
      return 3;
    }
    int p = glyphs.previous(i);
    int c = glyphs.at(p);
    if (c == '、') {
      return 3;
    }
    if (c == Glyphs.NONE || words.is(c, NameWords.BEGINS)) {
      return 2;
    }
    if (c == ' ') {
      p = glyphs.previous(p);
      c = glyphs.at(p);
    }
    if (words.role(glyphs.before(p), c)) {
      return 6;
    }
    if (!Glyphs.han(c) || words.is(c, NameWords.BETWEEN)) {
      return 1;
    }
    return words.is(c, NameWords.FOREIGN) ? -6 : -3;
  }

  private int right(int end) {
    int c = glyphs.at(end);
    if (c == '、') {
      return 3;
    }
    int known = words.of(c);
    if (c == Glyphs.NONE || (known & NameWords.ENDS) != 0) {
      return 2;
    }
    int second = glyphs.at(glyphs.next(end));
    if (words.title(c, second)) {
      return 8;
    }
    if (words.verb(c, second)) {
      return 4;
    }
    if ((known & NameWords.VERB) != 0) {
      return (known & NameWords.GIVEN) != 0 ? 0 : 2;
    }
    if ((known & (NameWords.SURNAME | NameWords.DOUBTFUL)) != 0) {
      return words.other(c, second) ? -3 : (known & NameWords.SURNAME) != 0 ? 1 : 0;
    }
    return Glyphs.han(c) ? -3 : 1;
  }

  /** Looks around a dot between two parts of a name; returns where to go on. */
  public int dotted(int i, Findings findings) {
    int start = i;
    for (int n = 0; n < 8 && transcribes(glyphs.before(start)) && start > lastEnd; n++) {
      start = glyphs.previous(start);
    }
    while (start < i && INNER.indexOf(glyphs.at(start)) >= 0) {
      start = glyphs.next(start);
    }
    if (start < i && words.office(glyphs.before(start), glyphs.at(start))) {
      start = glyphs.next(start);
    }
    int end = i;
    int signs = 0;
    int parts = 0;
    while (end < glyphs.to && dot(glyphs.at(end))) {
      int part = glyphs.next(end);
      int k = part;
      for (int n = 0; n < 8 && foreign(glyphs.at(k)); n++) {
        k = glyphs.next(k);
        signs++;
      }
      if (k == part) {
        break;
      }
      parts++;
      end = k;
    }
    int next = Math.max(end, glyphs.next(i));
    if (start == i || parts == 0 || signs + (i - start) / 3 < 3) {
      return next;
    }
    findings.found(Category.NAME, start, end, 70);
    lastEnd = end;
    return next;
  }

  /** Looks at a character that ends an office: foreign names stand before or behind it. Returns where to go on. */
  public int office(int i, int c, Findings findings) {
    int next = glyphs.next(i);
    int previous = glyphs.previous(i);
    if (!words.office(glyphs.at(previous), c)) {
      return next;
    }
    int start = previous;
    while (previous - start < 24 && start > lastEnd && foreign(glyphs.before(start))) {
      start = glyphs.previous(start);
    }
    if (previous - start >= 6 && transcribed(start, previous)) {
      return Math.max(next, found(start, previous, 60, findings));
    }
    int end = next;
    while (end - next < 24 && foreign(glyphs.at(end))) {
      end = glyphs.next(end);
    }
    boolean dotted = dot(glyphs.at(end));
    boolean chinese = end - next <= 9 && words.is(glyphs.at(next), NameWords.SURNAME | NameWords.DOUBTFUL);
    return end - next >= 6 && !dotted && !chinese && transcribed(next, end)
        ? found(next, end, 60, findings)
        : next;
  }

  private boolean transcribed(int start, int end) {
    String name = glyphs.text(start, end);
    if (seen.holds(glyphs.text, start, end)) {
      return true;
    }
    boolean good = !words.country(name);
    if (good) {
      seen.add(glyphs.at(start), glyphs.text, start, end);
    }
    return good;
  }

  /** 大 ends the first part of names such as 亚历山大, 不都 stands in 阿不都; both begin other words. */
  private boolean transcribes(int c) {
    return foreign(c) || c == '大' || INNER.indexOf(c) >= 0;
  }

  private boolean foreign(int c) {
    return words.is(c, NameWords.FOREIGN);
  }

  public static boolean dot(int c) {
    return c == '·' || c == '•' || c == '・' || c == '‧';
  }
}
