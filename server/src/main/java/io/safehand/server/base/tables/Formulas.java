package io.safehand.server.base.tables;

/**
 * What a spreadsheet would take for a formula when it opens a text file: whatever begins with = + - @, a tab or a line
 * break, in half or full width, also behind spaces and quotes.
 */
final class Formulas {
  private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  private Formulas() {}

  static boolean isLike(String text) {
    String beginning = text.stripLeading();
    boolean first = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    return first || !beginning.isEmpty() && BEGINNINGS.indexOf(beginning.charAt(0)) >= 0;
  }
}
