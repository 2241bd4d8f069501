package io.safehand.core.detect.identifiers;

/** Whether a day exists in the Gregorian calendar. */
final class Calendar {

  boolean exists(int year, int month, int day) {
    return year >= 1800 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
  }

  /** Whether eight digits from {@code at} on are a day, year first. */
  boolean exists(CharSequence digits, int at) {
    return exists(number(digits, at, at + 4), number(digits, at + 4, at + 6), number(digits, at + 6, at + 8));
  }

  int number(CharSequence digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number;
  }

  private static int days(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
