package io.safehand.core.detect.glyphs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words that stand in front of a value and say what it is. Compared as bytes, letters in both cases. */
public final class Keywords {
  private static final int WINDOW = 36;
  private static final String FILLERS = " \t:=#\"'()[]<>,号码为是的（）：、，“”";
  private static final byte[][] NONE = {};
  private final byte[][][] byLastByte = new byte[256][][];

  public Keywords(String words) {
    Arrays.fill(byLastByte, NONE);
    for (String each : words.split(" ", -1)) {
      byte[] word = each.getBytes(StandardCharsets.UTF_8);
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
    int start = i - word.length;
    if (start < glyphs.from) {
      return false;
    }
    for (int k = word.length - 1; k >= 0; k--) {
      byte b = glyphs.text[start + k];
      boolean same = b == word[k] || word[k] >= 'a' && word[k] <= 'z' && b == word[k] - 32;
      if (!same) {
        return false;
      }
    }
    return !Glyphs.letter(word[0]) || start == glyphs.from || !Glyphs.letter(glyphs.text[start - 1]);
  }
}
