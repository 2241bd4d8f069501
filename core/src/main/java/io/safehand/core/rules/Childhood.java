package io.safehand.core.rules;

import java.time.LocalDate;

/** Who is a child of PIPL 31: under 14 years. */
public final class Childhood {
  private static final int YEARS = 14;

  private Childhood() {}

  /**
   * Whether somebody born on this day is a child today: up to and with the fourteenth birthday, for a year of age is full
   * on the day after it. Born on 29 February, the birthday of a common year is 1 March.
   */
  public static boolean isChild(LocalDate born, LocalDate today) {
    LocalDate birthday = born.plusYears(YEARS);
    LocalDate kept = birthday.getDayOfMonth() == born.getDayOfMonth() ? birthday : birthday.plusDays(1);
    return !today.isAfter(kept);
  }
}
