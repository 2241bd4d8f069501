package io.safehand.core.detect.glyphs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words that stand in front of a value and say what it is. Compared as bytes, letters in both cases; the two characters
 * of a Chinese word may stand apart, as in {@code 姓　名}. A plus in a word stands for a space.
 */
public final class Keywords {
  private static final int WINDOW = 36;
  private static final String FILLERS = " \t:=#\"'()[]<>,./号码为是的（）：、，“”";
  private static final byte[][] NONE = {};
  private static final int TWO_HAN = 6;
  private static final int MOST_SPACES = 4;
  private final byte[][][] byLastByte = new byte[256][][];

  public Keywords(String words) {
    Arrays.fill(byLastByte, NONE);
    for (String each : words.split(" ", -1)) {
      byte[] word = each.replace('+', ' ').getBytes(StandardCharsets.UTF_8);
      int last = word[word.length - 1] & 0xFF;
      add(last, word);
      if (last >= 'a' && last <= 'z') {
        add(last - 32, word);
      }
    }
  }

  private void add(int last, byte[] word) {
    byte[][] more = Arrays.copyOf(byLastByte[last], byLastByte[last].length + 1);
    more[more.length - 1] = word;
    byLastByte[last] = more;
  }

  /** Whether one of the words ends right before {@code i}, but for signs and words such as 号码 and 为. */
  public boolean label(Glyphs glyphs, int i) {
    int end = i;
    for (int skipped = 0; skipped < 6; skipped++) {
      if (ends(glyphs, end)) {
        return true;
      }
      int c = glyphs.before(end);
      if (c == Glyphs.NONE || FILLERS.indexOf(c) < 0) {
        return false;
      }
      end = glyphs.previous(end);
    }
    return false;
  }

  /** Whether one of the words stands in the same line not far before {@code i}. */
  public boolean near(Glyphs glyphs, int i) {
    int first = Math.max(glyphs.from, i - WINDOW);
    for (int end = i; end > first; end--) {
      if (glyphs.text[end - 1] == '\n') {
        return false;
      }
      if (ends(glyphs, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the words ends right before {@code i}. */
  public boolean ends(Glyphs glyphs, int i) {
    if (i <= glyphs.from) {
      return false;
    }
    for (byte[] word : byLastByte[glyphs.text[i - 1] & 0xFF]) {
      if (ends(glyphs, word, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(Glyphs glyphs, byte[] word, int i) {
    int at = i;
    for (int k = word.length - 1; k >= 0; k--) {
      if (k == 2 && word.length == TWO_HAN && word[0] < 0) {
        at = unspaced(glyphs, at);
      }
      if (--at < glyphs.from || !same(glyphs.text[at], word[k])) {
        return false;
      }
    }
    return bounded(glyphs, word, at);
  }

  private static boolean same(byte b, byte wanted) {
    return b == wanted || wanted >= 'a' && wanted <= 'z' && b == wanted - 32;
  }

  private static int unspaced(Glyphs glyphs, int i) {
    int at = i;
    for (int n = 0; n < MOST_SPACES && glyphs.before(at) == ' '; n++) {
      at = glyphs.previous(at);
    }
    return at;
  }

  private static boolean bounded(Glyphs glyphs, byte[] word, int start) {
    return !Glyphs.letter(word[0]) || start == glyphs.from || !Glyphs.letter(glyphs.text[start - 1]);
  }
}
