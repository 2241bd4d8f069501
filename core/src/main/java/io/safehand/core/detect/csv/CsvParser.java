package io.safehand.core.detect.csv;

import io.safehand.core.detect.text.Utf8Source;
import io.safehand.core.detect.text.BadBytes;
import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts UTF-8 into rows and cells after RFC 4180, on bytes: a cell becomes characters only when it is complete. Rows
 * end with LF, CR LF or CR. A quote inside a cell that does not begin with one is an ordinary character.
 */
final class CsvParser {
  private static final int END = -1;
  private static final int START = 1 << 16;
  private final Utf8Source source;
  private final CsvLimits limits;
  private final boolean[] stops = new boolean[128];
  private final byte delimiter;
  private final List<String> cells = new ArrayList<>();
  private byte[] buffer = new byte[START];
  private int at;
  private int filled;
  private int rowBytes;
  private long row;
  private boolean lastRowEnded = true;

  CsvParser(Utf8Source source, char delimiter, CsvLimits limits) {
    this.source = source;
    this.limits = limits;
    this.delimiter = (byte) delimiter;
    stops[delimiter] = true;
    stops['\n'] = true;
    stops['\r'] = true;
  }

  /** Number of the row last returned, the first being 1. */
  long row() {
    return row;
  }

  /** Whether the row last returned ended with a line end rather than with the file. */
  boolean lastRowEnded() {
    return lastRowEnded;
  }

  /** The cells of the next row, or an array of none at the end of the file. An empty line is one empty cell. */
  String[] next() throws IOException {
    cells.clear();
    rowBytes = 0;
    row++;
    try {
      if (peek() == END) {
        return new String[0];
      }
      boolean more = true;
      while (more) {
        if (cells.size() == limits.columns()) {
          throw DamagedFile.atRow("csv.columns.too_many", row);
        }
        cells.add(peek() == '"' ? quoted() : plain());
        more = delimited();
      }
      return cells.toArray(String[]::new);
    } catch (BadBytes e) {
      throw e.inRow(row);
    }
  }

  private String plain() throws IOException {
    int start = at;
    while (true) {
      while (at < filled && (buffer[at] < 0 || !stops[buffer[at]])) {
        at++;
      }
      if (at < filled) {
        return text(start, at);
      }
      boolean more = refill(start, false);
      start = 0;
      if (!more) {
        return text(start, at);
      }
    }
  }

  private String quoted() throws IOException {
    at++;
    int start = at;
    boolean doubled = false;
    while (true) {
      while (at < filled && buffer[at] != '"') {
        at++;
      }
      if (at + 1 >= filled) {
        boolean more = refill(start, true);
        start = 0;
        if (more) {
          continue;
        }
        if (at >= filled) {
          throw DamagedFile.atRow("csv.quote.unclosed", row);
        }
      }
      if (at + 1 >= filled || buffer[at + 1] != '"') {
        break;
      }
      doubled = true;
      at += 2;
    }
    String cell = text(start, at);
    at++;
    refuseStray(cell);
    return doubled ? cell.replace("\"\"", "\"") : cell;
  }

  /** Text behind a closing quote: a stray quote, or one that was never closed and met the next one. */
  private void refuseStray(String cell) throws IOException {
    int next = peek();
    if (next != END && (next >= 128 || !stops[next])) {
      throw DamagedFile.atRow(cell.indexOf('\n') >= 0 ? "csv.quote.unclosed" : "csv.quote.stray", row);
    }
  }

  /** Steps over the delimiter or line end behind a cell; true if another cell follows in this row. */
  private boolean delimited() throws IOException {
    int next = peek();
    lastRowEnded = next != END;
    if (next == END) {
      return false;
    }
    at++;
    if (next == delimiter) {
      return true;
    }
    if (next == '\r' && peek() == '\n') {
      at++;
    }
    return false;
  }

  private int peek() throws IOException {
    return at < filled || refill(at, false) ? buffer[at] & 0xFF : END;
  }

  /** Moves the bytes from {@code keep} on to the beginning and brings more behind them; false at the end. */
  private boolean refill(int keep, boolean quoted) throws IOException {
    int kept = filled - keep;
    if (kept > limits.fieldBytes()) {
      throw DamagedFile.atRow(quoted && spansLines(keep) ? "csv.quote.unclosed" : "csv.field.too_long", row);
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, keep, target, 0, kept);
    buffer = target;
    at -= keep;
    filled = kept;
    int read = source.read(buffer, filled, buffer.length);
    filled += Math.max(read, 0);
    return read > 0;
  }

  private boolean spansLines(int from) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private String text(int from, int to) {
    rowBytes += to - from + 1;
    if (to - from > limits.fieldBytes()) {
      throw DamagedFile.atRow("csv.field.too_long", row);
    }
    if (rowBytes > limits.rowBytes()) {
      throw DamagedFile.atRow("csv.row.too_long", row);
    }
    return to == from ? "" : new String(buffer, from, to - from, StandardCharsets.UTF_8);
  }
}
