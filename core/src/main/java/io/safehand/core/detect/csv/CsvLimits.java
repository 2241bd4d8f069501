package io.safehand.core.detect.csv;

/** Bounds on what one row may hold, in bytes of UTF-8, so that a damaged file costs no more memory than this. */
public record CsvLimits(int fieldBytes, int rowBytes, int columns) {
  public CsvLimits {
    if (fieldBytes < 1 || rowBytes < fieldBytes || columns < 1) {
      throw new IllegalArgumentException("1 <= field <= row and at least one column");
    }
  }

  /** 1 MiB a field, 4 MiB a row, 1,024 columns. */
  public static CsvLimits standard() {
    return new CsvLimits(1 << 20, 4 << 20, 1024);
  }
}
