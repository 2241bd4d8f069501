package io.safehand.server.base.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads docs/formats/calendar.md, format 1, and refuses what it does not know. */
final class CalendarFile {
  private static final int FORMAT = 1;

  private CalendarFile() {}

  /** @throws Malformed with one line that says what is wrong */
  static WorkingDays parse(String yaml) {
    Map<?, ?> top = members(load(yaml), "format", "years");
    if (member(top, "format", Integer.class) != FORMAT) {
      throw new Malformed("its format is another than " + FORMAT);
    }
    Map<Integer, WorkingDays.Year> years = new HashMap<>();
    member(top, "years", Map.class).forEach((year, what) -> {
      int number = as(year, Integer.class, "years");
      years.put(number, year(number, members(what, "source", "announced", "free", "worked")));
    });
    return new WorkingDays(years);
  }

  /** The file cannot be a calendar. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    Malformed(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  private static Object load(String yaml) {
    try {
      return Optional.ofNullable(new Load(LoadSettings.builder().build()).loadFromString(yaml)).orElse("");
    } catch (YamlEngineException malformed) {
      throw new Malformed("it is not YAML");
    }
  }

  private static WorkingDays.Year year(int number, Map<?, ?> members) {
    Map<LocalDate, Boolean> days = new HashMap<>();
    for (String list : List.of("free", "worked")) {
      for (Object day : member(members, list, List.class)) {
        LocalDate date = date(as(day, String.class, list));
        if (date.getYear() != number || days.put(date, list.equals("worked")) != null) {
          throw new Malformed(date + " is not of " + number + ", or there twice");
        }
      }
    }
    return new WorkingDays.Year(member(members, "source", String.class),
        member(members, "announced", Boolean.class), days);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException malformed) {
      throw new Malformed("a day is written 2026-10-01");
    }
  }

  private static Map<?, ?> members(Object what, String... names) {
    Map<?, ?> members = as(what, Map.class, String.join(", ", names));
    if (!members.keySet().equals(Set.of(names))) {
      throw new Malformed("the members are " + String.join(", ", names) + " and no other");
    }
    return members;
  }

  private static <T> T member(Map<?, ?> members, String name, Class<T> type) {
    return as(Optional.<Object>ofNullable(members.get(name)).orElse(""), type, name);
  }

  private static <T> T as(Object what, Class<T> type, String name) {
    if (!type.isInstance(what)) {
      throw new Malformed(name + " is of another kind");
    }
    return type.cast(what);
  }
}
