package io.safehand.core.person;

/** The shape of names that stand in files and formats: a lower-case ASCII letter, then letters, digits or one further sign. */
public final class CodeWord {
  private CodeWord() {}

  /** @param sign what may stand between letters and digits, as {@code '_'} */
  public static boolean is(String text, int mostLetters, char sign) {
    if (text.isEmpty() || text.length() > mostLetters || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && c != sign) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
