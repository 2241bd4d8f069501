package io.safehand.server.base.calendar;

import io.safehand.server.start.YamlMembers;
import io.safehand.server.start.YamlMembers.Malformed;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads docs/formats/calendar.md, format 1, and refuses what it does not know. */
final class CalendarFile {
  private static final int FORMAT = 1;

  private CalendarFile() {}

  /** @throws Malformed with what is wrong */
  static WorkingDays parse(String yaml) {
    YamlMembers top = YamlMembers.parse(yaml).only("format", "years");
    if (top.number("format") != FORMAT) {
      throw new Malformed("its format is another than " + FORMAT);
    }
    Map<Integer, WorkingDays.Year> years = new HashMap<>();
    YamlMembers given = top.members("years");
    for (String year : given.names()) {
      if (!year.matches("[0-9]{4}")) {
        throw new Malformed("a year has four digits");
      }
      years.put(Integer.valueOf(year),
          year(year, given.members(year).only("source", "announced", "free", "worked")));
    }
    return new WorkingDays(years);
  }

  private static WorkingDays.Year year(String year, YamlMembers given) {
    Map<LocalDate, Boolean> days = new HashMap<>();
    for (String list : List.of("free", "worked")) {
      for (String day : given.texts(list)) {
        if (!day.startsWith(year) || days.put(date(day), list.equals("worked")) != null) {
          throw new Malformed(day + " is not of " + year + ", or there twice");
        }
      }
    }
    return new WorkingDays.Year(given.text("source"), given.flag("announced"), days);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new Malformed("a day is written 2026-10-01");
    }
  }
}
