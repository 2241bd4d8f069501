package io.safehand.core.detect.files;

import io.safehand.core.detect.csv.CsvShape;
import io.safehand.core.detect.columns.ColumnNames;
import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.glyphs.Findings;
import io.safehand.core.person.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows the cells of a CSV file while it is scanned as text. Where the first row names columns, a cell that is valid
 * for what its column's name says is a finding. Whole rows must be given, in order.
 */
final class CsvCells {
  private static final int LONGEST = 500;
  private final Checks checks;
  private final ColumnNames names = new ColumnNames();
  private final boolean on;
  private final List<List<Category>> columns = new ArrayList<>();
  private boolean headed;
  private boolean any;
  private byte delimiter;
  private boolean quoted;
  private int column;

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

  void follow(byte[] text, int from, int to, Findings findings) {
    if (!on || headed && !any) {
      return;
    }
    int i = headed ? from : header(text, from, to);
    int start = i;
    for (; i < to; i++) {
      byte b = text[i];
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == delimiter || b == '\n')) {
        cell(text, start, i, findings);
        column = b == '\n' ? 0 : column + 1;
        start = i + 1;
      }
    }
    if (start < to) {
      cell(text, start, to, findings);
    }
  }

  private int header(byte[] text, int from, int to) {
    headed = true;
    int end = from;
    while (end < to && text[end] != '\n') {
      end++;
    }
    byte[] sample = java.util.Arrays.copyOfRange(text, from, to);
    char sign = new CsvShape().delimiter(sample, sample.length);
    delimiter = (byte) sign;
    String first = new String(text, from, end - from, StandardCharsets.UTF_8).replace("\"", "").strip();
    for (String name : first.split(java.util.regex.Pattern.quote(String.valueOf(sign)), -1)) {
      columns.add(names.likely(name));
    }
    any = columns.stream().anyMatch(each -> !each.isEmpty());
    return Math.min(end + 1, to);
  }

  private void cell(byte[] text, int from, int to, Findings findings) {
    if (column >= columns.size() || columns.get(column).isEmpty() || to - from > LONGEST) {
      return;
    }
    int start = from;
    int end = to;
    while (start < end && (text[start] == ' ' || text[start] == '"')) {
      start++;
    }
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '"' || text[end - 1] == '\r')) {
      end--;
    }
    if (start == end) {
      return;
    }
    String value = new String(text, start, end - start, StandardCharsets.UTF_8);
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
          WECHAT, ADDRESS -> true;
      case BIRTH_DATE, GENDER, ORGANISATION, ACCOUNT, AMOUNT, DATE, HEALTH, TEXT -> false;
    };
  }
}
