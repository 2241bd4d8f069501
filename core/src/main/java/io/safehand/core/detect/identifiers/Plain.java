package io.safehand.core.detect.identifiers;

/**
 * Brings a value into the form in which it is checked. The common case, a value that already is, costs one look at
 * its characters and no memory.
 */
public final class Plain {
  private static final char WIDE_FIRST = '！';
  private static final char WIDE_LAST = '～';
  private static final int WIDE_SHIFT = '！' - '!';

  /** For numbers and codes: ASCII digits and capitals, without the spaces, hyphens and dots that people put in. */
  String code(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z')) {
        return codeFrom(value);
      }
    }
    return value;
  }

  private String codeFrom(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = narrow(value.charAt(i));
      if (!separates(c)) {
        plain.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
      }
    }
    return plain.toString();
  }

  /** For words: without surrounding space, full-width letters and digits narrowed, everything else as written. */
  public String words(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= WIDE_FIRST && c <= WIDE_LAST || c == '\u3000') {
        return wordsFrom(value);
      }
    }
    return value.strip();
  }

  private String wordsFrom(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      plain.append(narrow(value.charAt(i)));
    }
    return plain.toString().strip();
  }

  char narrow(char c) {
    if (c >= WIDE_FIRST && c <= WIDE_LAST) {
      return (char) (c - WIDE_SHIFT);
    }
    return c == '\u3000' || c == '\u00A0' ? ' ' : c;
  }

  private static boolean separates(char c) {
    return c == ' ' || c == '-' || c == '\t' || c >= '\u2010' && c <= '\u2015'
        || c >= '\u2002' && c <= '\u200B' || c == '\uFEFF';
  }

  public boolean digits(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to > from;
  }

  /** What a spreadsheet leaves of a long number, such as {@code 5.5E+15}: digits are lost for good. */
  boolean scientific(String value) {
    int e = Math.max(value.lastIndexOf('E'), value.lastIndexOf('e'));
    if (e < 1 || e + 2 > value.length() - 1 || value.charAt(e + 1) != '+') {
      return false;
    }
    int dots = 0;
    for (int i = 0; i < e; i++) {
      dots += value.charAt(i) == '.' ? 1 : 0;
      if (value.charAt(i) != '.' && !digits(value, i, i + 1)) {
        return false;
      }
    }
    return dots <= 1 && digits(value, e + 2, value.length());
  }

  /** A spreadsheet keeps 15 digits and puts zeros for the rest. */
  boolean rounded(CharSequence number) {
    for (int i = 15; i < number.length(); i++) {
      if (number.charAt(i) != '0') {
        return false;
      }
    }
    return number.length() > 15;
  }

  /** Characters that stand where others were lost: U+FFFD, runs of question marks, and the trace 锟斤拷 of a wrong decoding. */
  boolean lost(String value) {
    return value.indexOf('\uFFFD') >= 0 || value.contains("??") || value.contains("锟斤拷") || value.equals("?");
  }
}
