package io.safehand.core.mask;

/** Shows the area code and the last two digits of the number; an extension is hidden. */
record LandlineMask() implements Mask {
  private static final int SHORTEST = 10;
  private static final int LONGEST = 12;

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    StringBuilder digits = new StringBuilder();
    int groups = 0;
    boolean inside = false;
    for (int i = 0; i < value.length() && digits.length() <= LONGEST; i++) {
      char c = value.charAt(i) >= '０' && value.charAt(i) <= '９'
          ? (char) (value.charAt(i) - '０' + '0')
          : value.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      groups += digit && !inside ? 1 : 0;
      inside = digit;
      if (digit && (groups <= 2 || digits.length() < SHORTEST)) {
        digits.append(c);
      } else if (!digit && "+ -()（）－转".indexOf(c) < 0) {
        return NOTHING;
      }
    }
    return digits.length() >= SHORTEST && digits.length() <= LONGEST && digits.charAt(0) == '0'
        ? shown(digits)
        : NOTHING;
  }

  private static String shown(CharSequence digits) {
    int area = digits.charAt(1) <= '2' ? 3 : 4;
    int end = digits.length();
    return digits.subSequence(0, area) + "-" + "*".repeat(end - area - 2) + digits.subSequence(end - 2, end);
  }
}
