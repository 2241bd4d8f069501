package io.safehand.core.detect.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a number in a cell is shown, as far as it tells one number from another: a date as {@code 2026-11-23}, the zeros
 * and letters of a pattern such as {@code "VIP"0000}, and else every digit, without sign of currency, separators,
 * rounding or exponent.
 */
sealed interface CellFormat {
  /** Digits past which a spreadsheet has put zeros. */
  MathContext DIGITS_KEPT = new MathContext(15);

  /** @param raw the number as it stands in the file */
  String text(String raw, boolean from1904);

  static CellFormat of(int id, String code) {
    if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58) {
      return new Dated();
    }
    String shown = NumberCode.firstSection(code);
    if (NumberCode.isDate(shown)) {
      return new Dated();
    }
    List<String> pattern = NumberCode.pattern(shown);
    return pattern.isEmpty() ? new Plain() : new Pattern(pattern);
  }

  /** Every digit that is known, and no exponent: 1.10101199003074E+17 was rounded, and its zeros show it. */
  static String digits(String raw) {
    if (raw.matches("-?\\d{1,40}")) {
      return raw;
    }
    try {
      double number = Double.parseDouble(raw);
      return Double.isFinite(number)
          ? new BigDecimal(Double.toString(number)).round(DIGITS_KEPT).stripTrailingZeros().toPlainString()
          : raw;
    } catch (NumberFormatException none) {
      return raw;
    }
  }

  record Plain() implements CellFormat {
    @Override
    public String text(String raw, boolean from1904) {
      return digits(raw);
    }
  }

  /** Days since the end of 1899, or since 1904. In the first the program counts a 29 February 1900 that never was. */
  record Dated() implements CellFormat {
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_1904 = LocalDate.of(1904, 1, 1);
    private static final int LEAP_DAY_THAT_NEVER_WAS = 60;
    private static final double LAST_DAY = 2_958_466;
    private static final int SECONDS_A_DAY = 86_400;

    @Override
    public String text(String raw, boolean from1904) {
      double serial = serial(raw);
      if (!(serial >= 0 && serial < LAST_DAY)) {
        return digits(raw);
      }
      long seconds = Math.round(serial * SECONDS_A_DAY);
      long day = seconds / SECONDS_A_DAY;
      LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
      if (day == 0 && !from1904) {
        return time.format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
      }
      LocalDate date = (from1904 ? DAY_0_1904 : DAY_0)
          .plusDays(!from1904 && day < LEAP_DAY_THAT_NEVER_WAS ? day + 1 : day);
      return time.toSecondOfDay() == 0
          ? date.toString()
          : LocalDateTime.of(date, time)
              .format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
    }

    private static double serial(String raw) {
      try {
        return Double.parseDouble(raw);
      } catch (NumberFormatException none) {
        return Double.NaN;
      }
    }
  }

  /** @param parts {@code 0}, {@code #}, or what is shown as it is */
  record Pattern(List<String> parts) implements CellFormat {
    @Override
    public String text(String raw, boolean from1904) {
      String digits = digits(raw);
      boolean negative = digits.startsWith("-");
      String whole = negative ? digits.substring(1) : digits;
      if (whole.indexOf('.') >= 0) {
        return digits;
      }
      List<String> shown = new ArrayList<>();
      int left = whole.equals("0") ? 0 : whole.length();
      int first = first();
      for (int i = parts.size() - 1; i >= 0; i--) {
        String part = parts.get(i);
        if (!isPlace(part)) {
          shown.add(part);
        } else if (left > 0) {
          int from = i == first ? 0 : left - 1;
          shown.add(whole.substring(from, left));
          left = from;
        } else if (part.equals("0")) {
          shown.add("0");
        }
      }
      return (negative ? "-" : "") + String.join("", shown.reversed());
    }

    private int first() {
      int first = 0;
      while (!isPlace(parts.get(first))) {
        first++;
      }
      return first;
    }

    private static boolean isPlace(String part) {
      return part.equals("0") || part.equals("#");
    }
  }
}
