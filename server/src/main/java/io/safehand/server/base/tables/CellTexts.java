package io.safehand.server.base.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How cells read in one language and one zone. */
record CellTexts(MessageSource messages, Locale locale, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);

  String text(String key) {
    return messages.getMessage(key, null, locale);
  }

  /** As it stands in a file. */
  String plain(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Count(long count) -> Long.toString(count);
      case Cell.Time(Instant at) -> local(at).format(TIME);
      case Cell.Code(String prefix, String code, Cell.Tone tone) -> code(prefix, code);
      case Cell.Link link -> plain(link.shown());
      case Cell.Button button -> "";
    };
  }

  /** As a person reads it on a page. */
  String read(Cell cell) {
    return switch (cell) {
      case Cell.Count(long count) -> NumberFormat.getIntegerInstance(locale).format(count);
      case Cell.Button button -> text(button.text());
      case Cell.Link link -> read(link.shown());
      case Cell.Text text -> plain(text);
      case Cell.Time time -> plain(time);
      case Cell.Code code -> plain(code);
    };
  }

  /** A code without words of its own reads as itself. */
  String code(String prefix, String code) {
    String text = messages.getMessage(prefix + "." + code, null, code, locale);
    return text == null ? code : text;
  }

  /** Days since the day before 1900, as spreadsheets count. */
  String serial(Instant at) {
    long seconds = Duration.between(FIRST_DAY, local(at)).toSeconds();
    return BigDecimal.valueOf(seconds).divide(SECONDS_OF_A_DAY, 8, RoundingMode.HALF_UP).toPlainString();
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }
}
