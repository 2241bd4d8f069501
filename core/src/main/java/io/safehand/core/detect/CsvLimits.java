package io.safehand.core.detect;

/** Bounds on what one row may hold, in characters, so that a damaged file costs no more memory than this. */
public record CsvLimits(int fieldChars, int recordChars, int columns) {
  public CsvLimits {
    if (fieldChars < 1 || recordChars < fieldChars || columns < 1) {
      throw new IllegalArgumentException("1 <= field <= record and at least one column");
    }
  }

  /** 1 Mi characters a field, 4 Mi a row, 1,024 columns. */
  public static CsvLimits standard() {
    return new CsvLimits(1 << 20, 4 << 20, 1024);
  }
}
