package io.safehand.core.detect.text;

import java.util.OptionalLong;

/**
 * A file cannot be read as what it claims to be. The message holds the reason code and where, never content.
 *
 * <p>Reasons: {@code file.empty}, {@code file.binary}, {@code file.encoding}, {@code file.truncated}, {@code file.forged},
 * {@code csv.quote.unclosed}, {@code csv.quote.stray}, {@code csv.field.too_long}, {@code csv.row.too_long},
 * {@code csv.columns.too_many}, {@code csv.header.duplicate}, and those of {@link
 * io.safehand.core.detect.sheet.Workbook}.
 */
public final class DamagedFile extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final long NOWHERE = -1;
  private final String reason;
  private final long row;
  private final long byteAt;

  private DamagedFile(String reason, long row, long byteAt) {
    super(reason + (row == NOWHERE ? "" : " at row " + row) + (byteAt == NOWHERE ? "" : ", byte " + byteAt));
    this.reason = reason;
    this.row = row;
    this.byteAt = byteAt;
  }

  public static DamagedFile whole(String reason) {
    return new DamagedFile(reason, NOWHERE, NOWHERE);
  }

  public static DamagedFile atRow(String reason, long row) {
    return new DamagedFile(reason, row, NOWHERE);
  }

  public static DamagedFile atByte(String reason, long row, long byteAt) {
    return new DamagedFile(reason, row, byteAt);
  }

  public String reason() {
    return reason;
  }

  /** Where, counted as a spreadsheet counts: the header is row 1; for an open quote, the row in which it opened. */
  public OptionalLong row() {
    return row == NOWHERE ? OptionalLong.empty() : OptionalLong.of(row);
  }

  /** Offset of the first bad byte, counted from 0. */
  public OptionalLong byteAt() {
    return byteAt == NOWHERE ? OptionalLong.empty() : OptionalLong.of(byteAt);
  }
}
