package io.safehand.core.detect.files;

import io.safehand.core.detect.csv.CsvShape;
import io.safehand.core.detect.columns.ColumnNames;
import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Follows the cells of a CSV file while it is scanned as text. Where the first row names columns, a cell that is valid
 * for what its column's name says is a finding. The bytes must be given in order, each once; a cell that begins before
 * those given must still stand before them.
 */
final class CsvCells {
  private static final int LONGEST = 500;
  private static final int SAMPLE = 1 << 16;
  private static final long LONGEST_QUOTED = 1 << 20;
  private final Checks checks;
  private final ColumnNames names = new ColumnNames();
  private final boolean on;
  private final List<List<Category>> columns = new ArrayList<>();
  private boolean headed;
  private byte delimiter;
  private At at = At.START;
  private int column;
  private long length;

  /** Where in a cell the next byte stands; a quote that does not open the cell is an ordinary sign. */
  private enum At {
    START, PLAIN, QUOTED, CLOSED
  }

  private CsvCells(Checks checks, boolean on) {
    this.checks = checks;
    this.on = on;
  }

  static CsvCells of(Checks checks) {
    return new CsvCells(checks, true);
  }

  static CsvCells none(Checks checks) {
    return new CsvCells(checks, false);
  }

  /** A good place up to {@code most} to cut a row that is too long for the window: behind a delimiter if there is one. */
  int cut(byte[] text, int from, int most) {
    int i = on ? most : from;
    while (i > from && text[i - 1] != delimiter) {
      i--;
    }
    return i > from ? i : most;
  }

  /** Follows the next bytes of the file. A cell that does not end in them is looked at only if it has its end in the next. */
  void follow(byte[] text, int from, int to, Findings findings) {
    if (!on || headed && columns.stream().allMatch(List::isEmpty)) {
      return;
    }
    if (delimiter == 0) {
      byte[] sample = Arrays.copyOfRange(text, from, Math.min(to, from + SAMPLE));
      delimiter = (byte) new CsvShape().delimiter(sample, sample.length);
    }
    for (int i = from; i < to; i++) {
      byte b = text[i];
      boolean end = at != At.QUOTED && (b == delimiter || b == '\n') || b == '\n' && length > LONGEST_QUOTED;
      if (end) {
        end(text, i, findings);
        row(b);
      } else {
        at = after(b);
        int next = at == At.PLAIN ? plainEnd(text, i + 1, to) : i + 1;
        length += next - i;
        i = next - 1;
      }
    }
  }

  private int plainEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != delimiter && text[i] != '\n') {
      i++;
    }
    return i;
  }

  private At after(byte b) {
    return switch (at) {
      case START -> b == '"' ? At.QUOTED : At.PLAIN;
      case PLAIN -> At.PLAIN;
      case QUOTED -> b == '"' ? At.CLOSED : At.QUOTED;
      case CLOSED -> b == '"' ? At.QUOTED : At.PLAIN;
    };
  }

  private void row(byte b) {
    column = b == '\n' ? 0 : column + 1;
    headed |= b == '\n';
    at = At.START;
    length = 0;
  }

  /** The file ends here, and with it a cell. */
  void end(byte[] text, int to, Findings findings) {
    if (!on || length > Math.min(to, LONGEST)
        || headed && (column >= columns.size() || columns.get(column).isEmpty())) {
      if (on && !headed) {
        columns.add(List.of());
      }
      return;
    }
    int start = to - (int) length;
    int end = to;
    while (start < end && (text[start] == ' ' || text[start] == '"')) {
      start++;
    }
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '"' || text[end - 1] == '\r')) {
      end--;
    }
    String value = new String(text, start, end - start, StandardCharsets.UTF_8);
    if (!headed) {
      columns.add(names.likely(value));
    } else if (start < end) {
      labelled(value, start, end, findings);
    }
  }

  private void labelled(String value, int start, int end, Findings findings) {
    for (Category category : columns.get(column)) {
      if (reported(category) && checks.check(category, value) instanceof CheckResult.Valid) {
        findings.found(category, start, end, 90);
        return;
      }
    }
  }

  /** What the scan reports; dates, amounts and the like identify nobody by themselves. */
  private static boolean reported(Category category) {
    return switch (category) {
      case NAME, RESIDENT_ID, MOBILE, LANDLINE, BANK_CARD, EMAIL, CREDIT_CODE, PASSPORT, PERMIT, PLATE, QQ,
          WECHAT, ADDRESS ->
        true;
      case BIRTH_DATE, GENDER, ORGANISATION, ACCOUNT, AMOUNT, DATE, HEALTH, TEXT -> false;
    };
  }
}
