package io.safehand.server.base.calendar;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something may take: working days, working time or plain time. Written {@code P15W} (15 working days),
 * {@code WPT4H} (4 working hours), {@code PT24H} (24 hours by the clock).
 */
public sealed interface Term {
  /** Full working days behind the day on which it begins; it ends when the last of them does. */
  record Days(int days) implements Term {
    public Days {
      if (days < 0 || days > MOST_DAYS) {
        throw new IllegalArgumentException("a term has 0 to " + MOST_DAYS + " working days");
      }
    }

    @Override
    public String toString() {
      return "P" + days + "W";
    }
  }

  /** Time of opening hours. */
  record Worked(Duration time) implements Term {
    public Worked {
      require(time);
    }

    @Override
    public String toString() {
      return "W" + time;
    }
  }

  /** Time of any hours. */
  record Elapsed(Duration time) implements Term {
    public Elapsed {
      require(time);
    }

    @Override
    public String toString() {
      return time.toString();
    }
  }

  /** Longer than any deadline of the catalogue. */
  int MOST_DAYS = 2_000;

  /** @throws IllegalArgumentException when it is written in no such way */
  static Term parse(String text) {
    Matcher days = Pattern.compile("P(\\d{1,4})W").matcher(text);
    if (days.matches()) {
      return new Days(Integer.parseInt(days.group(1)));
    }
    try {
      return text.startsWith("W")
          ? new Worked(Duration.parse(text.substring(1)))
          : new Elapsed(Duration.parse(text));
    } catch (java.time.DateTimeException malformed) {
      throw new IllegalArgumentException("a term is written P15W, WPT4H or PT24H", malformed);
    }
  }

  /** This share of it in percent, days rounded up. */
  default Term share(int percent) {
    return switch (this) {
      case Days days -> new Days((days.days() * percent + 99) / 100);
      case Worked worked -> new Worked(worked.time().multipliedBy(percent).dividedBy(100));
      case Elapsed elapsed -> new Elapsed(elapsed.time().multipliedBy(percent).dividedBy(100));
    };
  }

  private static void require(Duration time) {
    if (time.isNegative() || time.toDays() > MOST_DAYS) {
      throw new IllegalArgumentException("a term is 0 to " + MOST_DAYS + " days long");
    }
  }
}
