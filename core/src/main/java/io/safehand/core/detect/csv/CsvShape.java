package io.safehand.core.detect.csv;

/** Guesses delimiter and header of a CSV file from its first bytes, given as UTF-8. */
public final class CsvShape {
  private static final String DELIMITERS = ",;\t|";
  private static final int ROWS = 50;

  /** The delimiter that cuts most rows into as many cells as the first; a comma where none does. */
  public char delimiter(byte[] sample, int length) {
    char best = ',';
    long bestScore = 0;
    for (char candidate : DELIMITERS.toCharArray()) {
      long score = score(sample, length, (byte) candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(byte[] sample, int length, byte delimiter) {
    int[] counts = new int[ROWS];
    int row = 0;
    boolean quoted = false;
    for (int i = 0; i < length && row < ROWS; i++) {
      if (sample[i] == '"') {
        quoted = !quoted;
      } else if (!quoted && sample[i] == '\n') {
        row++;
      } else if (!quoted && sample[i] == delimiter) {
        counts[row]++;
      }
    }
    int rows = Math.max(row, 1);
    int same = 0;
    for (int i = 0; i < rows; i++) {
      same += counts[i] == counts[0] ? 1 : 0;
    }
    return counts[0] == 0 ? 0 : same * 100_000L / rows + Math.min(counts[0], 1000);
  }

  /** A first row with an address sign or five digits in a cell holds values rather than names of columns. */
  public boolean namesColumns(String[] first) {
    for (String cell : first) {
      if (cell.indexOf('@') >= 0 || digits(cell) >= 5) {
        return false;
      }
    }
    return true;
  }

  private static long digits(String cell) {
    return cell.chars().filter(c -> c >= '0' && c <= '9' || c >= '０' && c <= '９').count();
  }
}
