package io.safehand.server.govern.duties;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * On which days a duty falls. Pure. Written after ISO 8601: {@code 2026-01-31} once, {@code R/2026-01-31/P1M} again and
 * again, {@code A/2026-01-31/P1Y} first on that day and then so long after it was done.
 */
public sealed interface Schedule {
  /**
   * The days of the duty up to this one, in order.
   *
   * @param planned up to which day they were asked for before; empty at first
   * @param done when it was done last
   */
  List<LocalDate> until(LocalDate last, Optional<LocalDate> planned, Optional<LocalDate> done);

  /** On one day. */
  record Once(LocalDate day) implements Schedule {
    @Override
    public List<LocalDate> until(LocalDate last, Optional<LocalDate> planned, Optional<LocalDate> done) {
      return day.isAfter(last) ? List.of() : List.of(day);
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }

  /** Counted from the first day each time, so that the 31st comes back after a short month, and 29 February after 4 years. */
  record Every(LocalDate first, Period step) implements Schedule {
    public Every {
      require(step);
    }

    @Override
    public List<LocalDate> until(LocalDate last, Optional<LocalDate> planned, Optional<LocalDate> done) {
      return Stream.iterate(0, count -> count + 1)
          .map(count -> first.plus(step.multipliedBy(count)))
          .takeWhile(day -> !day.isAfter(last))
          .filter(day -> planned.filter(known -> !day.isAfter(known)).isEmpty())
          .toList();
    }

    @Override
    public String toString() {
      return "R/" + first + "/" + step;
    }
  }

  /** First on one day, then so long after the last time it was done. */
  record AfterDone(LocalDate first, Period step) implements Schedule {
    public AfterDone {
      require(step);
    }

    @Override
    public List<LocalDate> until(LocalDate last, Optional<LocalDate> planned, Optional<LocalDate> done) {
      LocalDate next = done.map(day -> day.plus(step)).orElse(first);
      return next.isAfter(last) ? List.of() : List.of(next);
    }

    @Override
    public String toString() {
      return "A/" + first + "/" + step;
    }
  }

  /** @throws IllegalArgumentException when it is written in no such way */
  static Schedule parse(String text) {
    try {
      String[] parts = text.split("/", -1);
      if (parts.length == 1) {
        return new Once(LocalDate.parse(text));
      }
      if (parts.length == 3 && parts[0].equals("R")) {
        return new Every(LocalDate.parse(parts[1]), Period.parse(parts[2]));
      }
      if (parts.length == 3 && parts[0].equals("A")) {
        return new AfterDone(LocalDate.parse(parts[1]), Period.parse(parts[2]));
      }
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "a schedule is written 2026-01-31, R/2026-01-31/P1M or A/2026-01-31/P1Y", malformed);
    }
    throw new IllegalArgumentException(
        "a schedule is written 2026-01-31, R/2026-01-31/P1M or A/2026-01-31/P1Y");
  }

  private static void require(Period step) {
    if (step.isZero() || step.isNegative()) {
      throw new IllegalArgumentException("a duty comes back later");
    }
  }
}
