package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;
import java.util.Locale;
import java.util.Set;

/** Finds e-mail addresses around their sign. Mailboxes of a function rather than a person are left out. */
final class EmailFinder {
  private static final Set<String> FUNCTIONS = Set.of("service", "services", "support", "info", "admin",
      "administrator", "contact", "sales", "kefu", "help", "office", "webmaster", "postmaster", "noreply",
      "no-reply", "privacy", "feedback", "marketing");
  private static final int LONGEST = 64;
  private final Glyphs glyphs;

  EmailFinder(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /** Looks at the sign at {@code i}; returns where to go on. */
  int at(int i, Findings findings) {
    int after = glyphs.next(i);
    int start = local(i);
    int end = domain(after);
    if (start == i || end == after || FUNCTIONS.contains(glyphs.text(start, i).toLowerCase(Locale.ROOT))) {
      return after;
    }
    findings.found(Category.EMAIL, start, end, 95);
    return end;
  }

  private int local(int at) {
    int start = at;
    for (int steps = 0; steps < LONGEST; steps++) {
      int c = glyphs.before(start);
      if (!Glyphs.letter(c) && !Glyphs.digit(c) && c != '.' && c != '_' && c != '%' && c != '+' && c != '-') {
        break;
      }
      start = glyphs.previous(start);
    }
    while (start < at && (glyphs.at(start) == '.' || glyphs.at(start) == '-' || glyphs.at(start) == '%')) {
      start = glyphs.next(start);
    }
    return glyphs.before(at) == '.' ? at : start;
  }

  /** Where the domain ends that begins at {@code from}: labels, the last one of two letters or more. */
  private int domain(int from) {
    int i = from;
    int good = from;
    int label = 0;
    int labels = 0;
    boolean letters = true;
    while (i - from < 4 * LONGEST) {
      int c = glyphs.at(i);
      boolean letter = Glyphs.letter(c);
      if (letter || Glyphs.digit(c) || c == '-' && label > 0) {
        label++;
        letters &= letter;
        i = glyphs.next(i);
        good = labels >= 1 && letters && label >= 2 ? i : good;
      } else if (c == '.' && label > 0) {
        labels++;
        label = 0;
        letters = true;
        i = glyphs.next(i);
      } else {
        break;
      }
    }
    boolean ended = good == i || glyphs.at(good) == '.';
    return ended ? good : from;
  }
}
