package io.safehand.server.base.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Counts terms by working days and opening hours in one time zone. Pure: the same question has the same answer.
 *
 * @param hours when a working day is open, in order and apart
 */
public record WorkingCalendar(WorkingDays days, List<Hours> hours, ZoneId zone) {
  /** From one time of the day to another. */
  public record Hours(LocalTime from, LocalTime to) {
    public Hours {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("opening hours end after they begin");
      }
    }
  }

  public WorkingCalendar {
    hours = List.copyOf(hours);
    for (int i = 1; i < hours.size(); i++) {
      if (hours.get(i).from().isBefore(hours.get(i - 1).to())) {
        throw new IllegalArgumentException("opening hours are in order and apart");
      }
    }
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("a working day has opening hours");
    }
  }

  /** When a term that begins now is over. */
  public Instant due(Term term, Instant from) {
    return switch (term) {
      case Term.Days count -> end(days.after(day(from), count.days()));
      case Term.Worked time -> afterWork(from, time.time());
      case Term.Elapsed time -> from.plus(time.time());
    };
  }

  /** What is left of a term of this kind that is over at {@code due}; nothing once it is. */
  public Term left(Term term, Instant now, Instant due) {
    return switch (term) {
      case Term.Days count -> new Term.Days(days.between(day(now), day(due.minusNanos(1))));
      case Term.Worked time -> new Term.Worked(worked(now, due));
      case Term.Elapsed time ->
        new Term.Elapsed(now.isBefore(due) ? Duration.between(now, due) : Duration.ZERO);
    };
  }

  /** How much of the time between two moments is opening time. */
  public Duration worked(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    for (LocalDate day = day(from); !at(day, LocalTime.MIN).isAfter(to); day = day.plusDays(1)) {
      for (Hours open : days.isWorked(day) ? hours : List.<Hours>of()) {
        Instant begin = later(from, at(day, open.from()));
        Instant end = earlier(to, at(day, open.to()));
        sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
      }
    }
    return sum;
  }

  private Instant afterWork(Instant from, Duration work) {
    Duration left = work;
    LocalDate day = day(from);
    while (true) {
      for (Hours open : days.isWorked(day) ? hours : List.<Hours>of()) {
        Instant begin = later(from, at(day, open.from()));
        Duration here = Duration.between(begin, at(day, open.to()));
        if (!here.isNegative() && left.compareTo(here) <= 0) {
          return begin.plus(left);
        }
        left = here.isNegative() ? left : left.minus(here);
      }
      day = day.plusDays(1);
    }
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private Instant end(LocalDate day) {
    return at(day.plusDays(1), LocalTime.MIN);
  }

  private Instant at(LocalDate day, LocalTime time) {
    return ZonedDateTime.of(day, time, zone).toInstant();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
