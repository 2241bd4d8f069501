package io.safehand.server.custody.imports.tables;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A value of a database as the text that an import checks. */
final class TableCell {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss",
      Locale.ROOT);

  private TableCell() {}

  /** The empty text for nothing, and for bytes, which no inventory declares. */
  static String text(ResultSet row, int column, int type) throws SQLException {
    return switch (type) {
      case Types.DATE -> {
        java.sql.Date date = row.getDate(column);
        yield date == null ? "" : date.toLocalDate().toString();
      }
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
        Timestamp time = row.getTimestamp(column);
        yield time == null ? "" : shown(time.toLocalDateTime());
      }
      case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.FLOAT, Types.REAL -> {
        BigDecimal number = row.getBigDecimal(column);
        yield number == null ? "" : number.toPlainString();
      }
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "";
      default -> {
        String text = row.getString(column);
        yield text == null ? "" : text.stripTrailing();
      }
    };
  }

  private static String shown(LocalDateTime time) {
    LocalDate date = time.toLocalDate();
    return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? date.toString() : time.format(TIME);
  }
}
