package io.safehand.core.detect.rows;

/** One row of a source; its cells are personal data until shown otherwise, so it prints only where it stands. */
public final class SourceRow {
  private final long number;
  private final String[] cells;

  /** Takes the array over: the caller does not change it again. */
  public SourceRow(long number, String[] cells) {
    this.number = number;
    this.cells = cells;
  }

  /** As a spreadsheet counts: the first row of the file, header or not, is 1. */
  public long number() {
    return number;
  }

  public int size() {
    return cells.length;
  }

  /** The cell in clear, or the empty text where the row is shorter than that. */
  public String cell(int column) {
    return column < cells.length ? cells[column] : "";
  }

  public boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "row " + number + " •••";
  }
}
