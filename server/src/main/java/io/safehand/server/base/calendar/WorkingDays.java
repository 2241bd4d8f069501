package io.safehand.server.base.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days are worked: Monday to Friday, but for the free days and the exchanged weekend days of each year that the
 * file knows. A year that it does not know has plain weeks.
 */
public record WorkingDays(Map<Integer, Year> years) {
  public WorkingDays {
    years = Map.copyOf(years);
  }

  /**
   * What differs from the week in one year.
   *
   * @param source where it was announced
   * @param announced false while only the days that the regulation names are known, and none of the exchanged ones
   * @param worked by day, whether it is worked
   */
  public record Year(String source, boolean announced, Map<LocalDate, Boolean> worked) {
    public Year {
      worked = Map.copyOf(worked);
    }
  }

  public boolean isWorked(LocalDate day) {
    Year year = years.get(day.getYear());
    boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return year == null ? weekday : year.worked().getOrDefault(day, weekday);
  }

  /** Whether the exchanged days of the year are known, so that a deadline in it will not move any more. */
  public boolean isAnnounced(int year) {
    return years.containsKey(year) && years.get(year).announced();
  }

  /** The working day so many after this one; 0 gives the day itself if it is worked, else the next that is. */
  public LocalDate after(LocalDate day, int workingDays) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("deadlines lie ahead");
    }
    LocalDate at = day;
    int left = workingDays;
    while (left > 0 || !isWorked(at)) {
      at = at.plusDays(1);
      if (left > 0 && isWorked(at)) {
        left--;
      }
    }
    return at;
  }

  /** How many working days lie behind the first day, up to the last with it; 0 when the last is not later. */
  public int between(LocalDate first, LocalDate last) {
    return (int) first.plusDays(1)
        .datesUntil(last.isAfter(first) ? last.plusDays(1) : first.plusDays(1))
        .filter(this::isWorked)
        .count();
  }
}
