package io.safehand.core.mask;

/** Shows the year of a date. */
record YearMask() implements Mask {
  private static final int YEAR = 4;

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String date = value.strip();
    if (date.length() < 8 || date.length() > 11) {
      return NOTHING;
    }
    int from = year(date, 0) ? 0 : date.length() - YEAR;
    boolean whole = year(date, from) && (from == 0 || !digit(date.charAt(from - 1)));
    return whole ? date.substring(from, from + YEAR) + "-**-**" : NOTHING;
  }

  private static boolean year(String date, int from) {
    for (int i = from; i < from + YEAR; i++) {
      if (!digit(date.charAt(i))) {
        return false;
      }
    }
    return date.startsWith("18", from) || date.startsWith("19", from) || date.startsWith("20", from);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
