package io.safehand.core.detect.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the code of a number format, such as {@code 0000}, {@code "VIP"0000} or {@code yyyy"年"m"月"d"日"}. */
final class NumberCode {
  private static final int LONGEST = 512;

  private NumberCode() {}

  /** What holds for numbers above zero, without colours, conditions and locales in brackets. */
  static String firstSection(String code) {
    StringBuilder section = new StringBuilder();
    boolean quoted = false;
    boolean bracketed = false;
    for (int i = 0; i < Math.min(code.length(), LONGEST); i++) {
      char c = code.charAt(i);
      if (c == '\\' && !quoted && !bracketed && i + 1 < code.length()) {
        section.append(c).append(code.charAt(++i));
        continue;
      }
      if (c == ';' && !quoted && !bracketed) {
        break;
      }
      quoted ^= c == '"' && !bracketed;
      bracketed = bracketed ? c != ']' : c == '[' && !quoted;
      if (!bracketed && !(c == ']' && !quoted)) {
        section.append(c);
      }
    }
    return section.toString();
  }

  /** A code with letters of a date outside of what it quotes; the word General has one too. */
  static boolean isDate(String section) {
    String letters = unquoted(section).toLowerCase(Locale.ROOT);
    return !letters.contains("general") && letters.matches("(?s).*[ymdhs年月日].*");
  }

  /**
   * The places and literal texts of a code that writes a number's digits out, as member numbers have it; empty for one
   * that shows a quantity, or every digit anyway.
   */
  static List<String> pattern(String section) {
    String bare = unquoted(section);
    if (!bare.contains("0") || bare.matches("(?s).*[.,%/Ee¥￥$€£].*")
        || bare.toLowerCase(Locale.ROOT).contains("general")) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < section.length(); i++) {
      char c = section.charAt(i);
      switch (c) {
        case '"' -> {
          int end = section.indexOf('"', i + 1);
          parts.add(section.substring(i + 1, end < 0 ? section.length() : end));
          i = end < 0 ? section.length() : end;
        }
        case '\\' -> parts.add(i + 1 < section.length() ? section.substring(i + 1, ++i + 1) : "");
        case '_', '*' -> i++;
        case '?', '#' -> parts.add("#");
        default -> parts.add(String.valueOf(c));
      }
    }
    return parts.equals(List.of("0")) ? List.of() : List.copyOf(parts);
  }

  private static String unquoted(String section) {
    return section.replaceAll("\"[^\"]*\"?", "").replaceAll("\\\\.", "");
  }
}
