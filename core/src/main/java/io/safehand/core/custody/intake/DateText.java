package io.safehand.core.custody.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the five ways of writing a date that docs/formats/inventory.md lists; everything else is no date. */
public final class DateText {
  private DateText() {}

  public static Optional<LocalDate> read(String text) {
    int[] numbers = new int[3];
    int count = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        if (digits == 0 && ++count > 3 || ++digits > 8) {
          return Optional.empty();
        }
        numbers[count - 1] = numbers[count - 1] * 10 + (c - '0');
      } else if (isSeparator(c, text, i)) {
        digits = 0;
      } else {
        return Optional.empty();
      }
    }
    return date(numbers, count, text);
  }

  private static boolean isSeparator(char c, String text, int at) {
    return switch (c) {
      case '-', '/' -> at > 0 && at < text.length() - 1;
      case '年' -> at == 4;
      case '月' -> at > 4;
      case '日' -> at == text.length() - 1;
      default -> false;
    };
  }

  private static Optional<LocalDate> date(int[] numbers, int count, String text) {
    try {
      if (count == 1 && text.length() == 8) {
        return Optional.of(LocalDate.of(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100));
      }
      if (count == 3 && numbers[0] > 1000) {
        return Optional.of(LocalDate.of(numbers[0], numbers[1], numbers[2]));
      }
      if (count == 3 && numbers[2] > 1000 && text.indexOf('/') > 0) {
        return Optional.of(LocalDate.of(numbers[2], numbers[0], numbers[1]));
      }
      return Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
