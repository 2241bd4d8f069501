package io.safehand.core.detect.glyphs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A window on UTF-8 bytes through which single characters can be looked at in both directions. Full-width letters,
 * digits and signs are seen as their ASCII twins, spaces of any width as spaces, dashes as hyphens. Outside the window there is {@link #NONE}.
 */
public final class Glyphs {
  public static final int NONE = -1;
  private static final int WIDE_FIRST = 0xFF01;
  private static final int WIDE_LAST = 0xFF5E;
  private static final int WIDE_SHIFT = 0xFEE0;
  private static final int NO_BREAK_SPACE = 0xA0;
  private static final int FIRST_HAN = 0x3400;
  public byte[] text = new byte[0];
  public int from;
  public int to;
  private long looks;

  /** How many single characters were looked at so far: the work done, whatever the machine. */
  public long looks() {
    return looks;
  }

  public void on(byte[] bytes, int first, int end) {
    text = bytes;
    from = first;
    to = end;
  }

  /** The character that begins at {@code i}. */
  public int at(int i) {
    looks++;
    if (i < from || i >= to) {
      return NONE;
    }
    int b = text[i];
    return b >= 0 ? b : wide(i, b & 0xFF);
  }

  private int wide(int i, int lead) {
    if (i + width(i) > to) {
      return NONE;
    }
    if (lead < 0xE0) {
      int two = (lead & 0x1F) << 6 | text[i + 1] & 0x3F;
      return two == NO_BREAK_SPACE ? ' ' : two;
    }
    int low = (text[i + 1] & 0x3F) << 6 | text[i + 2] & 0x3F;
    if (lead >= 0xF0) {
      return (lead & 7) << 18 | low << 6 | text[i + 3] & 0x3F;
    }
    int c = (lead & 0xF) << 12 | low;
    return c >= WIDE_FIRST && c <= WIDE_LAST ? c - WIDE_SHIFT : c < FIRST_HAN ? sign(c) : c;
  }

  /** Spaces of other widths are spaces; dashes that people write for the hyphen are hyphens. */
  private static int sign(int c) {
    if (c == 0x3000 || c >= 0x2002 && c <= 0x200A || c == 0x202F) {
      return ' ';
    }
    return c >= 0x2010 && c <= 0x2014 || c == 0x2212 ? '-' : c;
  }

  /** Bytes of the character that begins at {@code i}. */
  public int width(int i) {
    int b = text[i];
    return b >= 0 ? 1 : b < (byte) 0xE0 ? 2 : b < (byte) 0xF0 ? 3 : 4;
  }

  public int next(int i) {
    return i + width(i);
  }

  /** Where the character before {@code i} begins; one less than the window where there is none. */
  public int previous(int i) {
    int k = i - 1;
    while (k > from && (text[k] & 0xC0) == 0x80) {
      k--;
    }
    return k;
  }

  public int before(int i) {
    return at(previous(i));
  }

  public boolean digitAt(int i) {
    int c = at(i);
    return c >= '0' && c <= '9';
  }

  public static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean letter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  public static boolean han(int c) {
    return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf || c >= 0x20000 && c <= 0x323af
        || c == '〇';
  }

  /** Whether these bytes begin at {@code i}. */
  public boolean startsWith(byte[] word, int i) {
    return i >= from && i + word.length <= to
        && Arrays.equals(text, i, i + word.length, word, 0, word.length);
  }

  public String text(int start, int end) {
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }
}
