package io.safehand.core.detect.identifiers;

import io.safehand.core.detect.identifiers.CheckResult.Damaged;
import io.safehand.core.detect.identifiers.CheckResult.Doubtful;
import io.safehand.core.detect.identifiers.CheckResult.Valid;

/**
 * Days in the forms people write: 1990-01-31, 1990/1/31, 1990.1.31, 1990年1月31日, 19900131, and 1/31/1990 of a
 * spreadsheet. Normalises to ISO 8601. Where day and month cannot be told apart, month is taken first and the result
 * is doubtful.
 */
final class Dates {
  private final Calendar calendar = new Calendar();
  private final Plain plain = new Plain();

  CheckResult check(String value, String category) {
    String date = plain.words(value);
    int[] parts = parts(date);
    if (parts.length != 3) {
      return new Damaged(category + ".shape");
    }
    if (parts[0] >= 1000) {
      return day(parts[0], parts[1], parts[2], category);
    }
    return parts[2] >= 1000
        ? yearLast(parts[0], parts[1], parts[2], category)
        : new Damaged(category + ".shape");
  }

  private CheckResult yearLast(int first, int second, int year, String category) {
    if (first > 12) {
      return day(year, second, first, category);
    }
    CheckResult day = day(year, first, second, category);
    return day instanceof Valid valid && second <= 12 && first != second
        ? new Doubtful(category + ".order", valid.normalised())
        : day;
  }

  private CheckResult day(int year, int month, int day, String category) {
    return calendar.exists(year, month, day)
        ? new Valid(iso(year, month, day))
        : new Damaged(category + ".date");
  }

  private static String iso(int year, int month, int day) {
    char[] iso = {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
      digit(month / 10), digit(month), '-', digit(day / 10), digit(day)};
    return new String(iso);
  }

  private static char digit(int number) {
    return (char) ('0' + number % 10);
  }

  /** The three numbers of a date, or none. A time of day behind it is ignored. */
  private int[] parts(String date) {
    if (date.length() == 8 && plain.digits(date, 0, 8)) {
      return new int[]{calendar.number(date, 0, 4), calendar.number(date, 4, 6), calendar.number(date, 6, 8)};
    }
    int[] parts = new int[3];
    int part = 0;
    int digits = 0;
    for (int i = 0; i <= date.length(); i++) {
      char c = i == date.length() ? '-' : date.charAt(i);
      if (c >= '0' && c <= '9' && digits < 4) {
        parts[part] = parts[part] * 10 + c - '0';
        digits++;
      } else if (digits > 0 && (ends(c) || part == 2 && (c == ' ' || c == 'T'))) {
        part++;
        digits = 0;
        if (part == 3) {
          return timeOrNothing(date, i + 1) ? parts : new int[0];
        }
      } else {
        return new int[0];
      }
    }
    return new int[0];
  }

  private static boolean ends(char c) {
    return c == '-' || c == '/' || c == '.' || c == '年' || c == '月' || c == '日';
  }

  private static boolean timeOrNothing(String date, int from) {
    for (int i = from; i < date.length(); i++) {
      if ("0123456789:. TZ+-".indexOf(date.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
