package io.safehand.core.detect.scan;

import io.safehand.core.detect.glyphs.Glyphs;
import io.safehand.core.person.Category;
import java.nio.charset.StandardCharsets;

/** What may follow a number and belongs to it: the extension of a landline, the letter of an old permit in brackets. */
final class Extension {
  private static final byte[][] WORDS = {bytes("转"), bytes("分机"), bytes("内线"), bytes("ext"), bytes("EXT"),
    bytes("Ext")};
  private static final int MOST_DIGITS = 6;
  private final Glyphs glyphs;

  Extension(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** Where a value of this category really ends, whose number ends at {@code end}. */
  int of(Category category, int end) {
    if (category == Category.LANDLINE) {
      return line(end);
    }
    return category == Category.PERMIT ? letter(end) : end;
  }

  private int letter(int end) {
    boolean bracket = glyphs.at(end) == '(';
    int letter = bracket ? glyphs.next(end) : end;
    if (!bracket || !Glyphs.letter(glyphs.at(letter))) {
      return end;
    }
    int close = glyphs.next(letter);
    return glyphs.at(close) == ')' ? glyphs.next(close) : end;
  }

  private int line(int end) {
    int word = fillers(end);
    for (byte[] each : WORDS) {
      if (glyphs.startsWith(each, word)) {
        int number = fillers(word + each.length);
        int digits = digits(number);
        return digits > number ? digits : end;
      }
    }
    return end;
  }

  private int fillers(int from) {
    int i = from;
    for (int n = 0; n < 3 && (glyphs.at(i) == ' ' || glyphs.at(i) == '.' || glyphs.at(i) == ':'); n++) {
      i = glyphs.next(i);
    }
    return i;
  }

  /** Where the digits end that begin here; here, if there are none or too many. */
  private int digits(int from) {
    int i = from;
    for (int n = 0; n <= MOST_DIGITS && glyphs.digitAt(i); n++) {
      i = glyphs.next(i);
    }
    return glyphs.digitAt(i) ? from : i;
  }
}
