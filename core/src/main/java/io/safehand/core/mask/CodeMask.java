package io.safehand.core.mask;

/**
 * Shows the beginning and end of a number or code of known length. Separators and full-width forms are undone first;
 * a value of another length or with other characters shows nothing. The number of stars is the number of hidden
 * characters, except where the kind says otherwise.
 */
record CodeMask(int head, int tail, int shortest, int longest, Kind kind) implements Mask {
  enum Kind {
    DIGITS, ID, CODE, NAME, PLATE
  }

  private static final int STARS_OF_NAME = 4;

  @Override
  public String mask(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String code = bare(value);
    int length = code.length();
    if (length < shortest || length > longest || !shaped(code)) {
      return NOTHING;
    }
    int stars = kind == Kind.NAME
        ? STARS_OF_NAME
        : kind == Kind.DIGITS && head == 0 ? 12 : length - head - tail;
    return code.substring(0, head) + "*".repeat(stars) + code.substring(length - tail);
  }

  private String bare(String value) {
    StringBuilder bare = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = narrow(value.charAt(i));
      boolean separator = c == ' ' || kind == Kind.DIGITS && (c == '(' || c == ')')
          || c == '-' && kind != Kind.NAME || kind == Kind.PLATE && i == 2 && "·•・.".indexOf(c) >= 0;
      if (!separator) {
        bare.append(kind == Kind.NAME ? c : Character.toUpperCase(c));
      }
    }
    return country(bare.toString());
  }

  /** A mobile number may have its country in front. */
  private String country(String code) {
    if (kind != Kind.DIGITS || longest != 11 || head != 3) {
      return code;
    }
    int from = code.startsWith("+86")
        ? 3
        : code.startsWith("0086") ? 4 : code.length() == 13 && code.startsWith("86") ? 2 : 0;
    return code.substring(from);
  }

  private static char narrow(char c) {
    return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c == '\u3000' || c == '\u00A0' ? ' ' : c;
  }

  private boolean shaped(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'A' && c <= 'Z';
      boolean good = switch (kind) {
        case DIGITS -> digit;
        case ID -> digit || i == code.length() - 1 && c == 'X' || letter && i < 3 && code.length() == 15;
        case CODE -> digit || letter;
        case NAME -> digit || letter || c >= 'a' && c <= 'z' || c == '_' || c == '-';
        case PLATE -> digit || letter || i == 0 && Character.isIdeographic(c) || "挂学警港澳".indexOf(c) >= 0;
      };
      if (!good) {
        return false;
      }
    }
    return kind != Kind.ID || code.length() == 15 || code.length() == 18;
  }
}
