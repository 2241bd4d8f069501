package io.safehand.core.detect.sheet;

/**
 * What of a file is read.
 *
 * @param sheet from 0, in the order of the file
 * @param headerRow the first row that names the columns, from 1; what stands above is a title
 * @param headerRows how many rows name the columns: 0 (none; rows begin at {@code headerRow}), 1 or 2
 */
public record SheetChoice(int sheet, int headerRow, int headerRows) {
  public SheetChoice {
    if (sheet < 0 || headerRow < 1 || headerRows < 0 || headerRows > 2) {
      throw new IllegalArgumentException("a sheet from 0, a row from 1, and 0 to 2 rows of names");
    }
  }

  /** The first row that may hold a person. */
  int firstRow() {
    return headerRow + headerRows;
  }
}
