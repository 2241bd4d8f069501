package io.safehand.core.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The one form of a time in a line: RFC 3339, UTC, six digits after the second, as in
 * {@code 2026-11-23T08:30:00.000000Z}. Written by hand because a general formatter costs more than the line's hash.
 */
final class LineTime {
  private static final int LENGTH = 27;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private LineTime() {}

  static boolean isWritable(Instant at) {
    return !at.isBefore(FIRST) && !at.isAfter(LAST);
  }

  static String format(Instant at) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(LENGTH);
    digits(text, time.getYear(), 4).append('-');
    digits(text, time.getMonthValue(), 2).append('-');
    digits(text, time.getDayOfMonth(), 2).append('T');
    digits(text, time.getHour(), 2).append(':');
    digits(text, time.getMinute(), 2).append(':');
    digits(text, time.getSecond(), 2).append('.');
    return digits(text, time.getNano() / 1000, 6).append('Z').toString();
  }

  /** Whoever reads compares with {@link #format}, so punctuation is not checked here. */
  static Instant parse(String text) {
    if (text.length() != LENGTH) {
      throw new DateTimeException("not a time of a line");
    }
    return LocalDateTime
        .of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
            number(text, 14, 16), number(text, 17, 19), 1000 * number(text, 20, 26))
        .toInstant(ZoneOffset.UTC);
  }

  private static StringBuilder digits(StringBuilder text, int value, int digits) {
    String shortest = Integer.toString(value);
    return text.repeat("0", digits - shortest.length()).append(shortest);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
