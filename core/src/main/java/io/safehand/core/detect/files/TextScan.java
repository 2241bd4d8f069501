package io.safehand.core.detect.files;

import io.safehand.core.detect.text.Utf8Source;
import io.safehand.core.detect.text.BadBytes;
import io.safehand.core.detect.scan.IdentifierScan;
import io.safehand.core.person.Category;
import io.safehand.core.person.PersonalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scans one text through a window that moves from line end to line end. In a line longer than the window it moves by
 * less than its length, so that a value on the seam is seen whole once.
 */
final class TextScan {
  static final int WINDOW = 1 << 20;
  /** Longer than any value with what is looked at before and behind it. */
  static final int SEAM = 1 << 10;
  private final Path file;
  private final Utf8Source source;
  private final IdentifierScan scan;
  private final CsvCells cells;
  private final ScanReport report;
  private final byte[] window;
  private final List<Found> found = new ArrayList<>();
  private int filled;
  private int taken;
  private long line = 1;
  private long column = 1;

  private record Found(Category category, int start, int end, int confidence) {}

  TextScan(Path file, Utf8Source source, IdentifierScan scan, CsvCells cells, ScanReport report,
      int windowBytes) {
    this.file = file;
    this.source = source;
    this.scan = scan;
    this.cells = cells;
    this.report = report;
    this.window = new byte[windowBytes];
  }

  void run() throws IOException {
    boolean more = true;
    while (more) {
      String damage = "";
      try {
        more = fill();
      } catch (BadBytes bad) {
        damage = bad.inRow(1).reason();
        more = false;
      }
      step(!more);
      if (!damage.isEmpty()) {
        report.skipped(file, damage);
      }
    }
  }

  /** Fills the window; false at the end of the text. */
  private boolean fill() throws IOException {
    while (filled <= window.length - 8) {
      int read = source.read(window, filled, window.length);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  /** Scans what is in the window and reports what begins before the cut. */
  private void step(boolean last) {
    int lineEnd = last ? filled : lastLineEnd();
    boolean whole = lineEnd > taken;
    int end = whole ? lineEnd : filled;
    int cut = whole ? lineEnd : cells.cut(window, taken, boundary(filled - SEAM));
    found.clear();
    scan.scan(window, 0, end, this::take);
    cells.follow(window, taken, cut, this::take);
    if (last) {
      cells.end(window, filled, this::take);
    }
    tell(cut);
    move(cut, whole ? cut : boundary(cut - SEAM));
  }

  private void take(Category category, int start, int end, int confidence) {
    if (end > start) {
      found.add(new Found(category, start, end, confidence));
    }
  }

  private int lastLineEnd() {
    int i = filled;
    while (i > taken && window[i - 1] != '\n') {
      i--;
    }
    return i;
  }

  private int boundary(int at) {
    int i = Math.max(at, 0);
    while (i > 0 && (window[i] & 0xC0) == 0x80) {
      i--;
    }
    return i;
  }

  private void tell(int cut) {
    found.sort(Comparator.comparingInt(Found::start).thenComparingInt(each -> -each.confidence()));
    Found kept = new Found(Category.TEXT, -1, -1, 0);
    List<Found> apart = new ArrayList<>();
    for (Found each : found) {
      if (each.start() >= kept.end()) {
        apart.add(each);
        kept = each;
      } else if (each.confidence() > kept.confidence()) {
        apart.set(apart.size() - 1, each);
        kept = each;
      }
    }
    for (Found each : apart) {
      if (each.start() >= taken && each.start() < cut) {
        locate(each.start());
        String value = new String(window, each.start(), each.end() - each.start(), StandardCharsets.UTF_8);
        report.found(
            new Located(file, line, column, each.category(), each.confidence(), PersonalText.of(value)));
      }
    }
    locate(Math.max(cut, taken));
  }

  /** Counts lines and characters up to {@code at}. */
  private void locate(int at) {
    for (; taken < at; taken++) {
      byte b = window[taken];
      if (b == '\n' || b == '\r' && (taken + 1 == filled || window[taken + 1] != '\n')) {
        line++;
        column = 1;
      } else if ((b & 0xC0) != 0x80) {
        column++;
      }
    }
  }

  private void move(int cut, int keep) {
    System.arraycopy(window, keep, window, 0, filled - keep);
    filled -= keep;
    taken = cut - keep;
  }
}
