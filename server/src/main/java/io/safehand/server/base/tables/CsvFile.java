package io.safehand.server.base.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * A table as RFC 4180 text in UTF-8, with the mark that spreadsheets need to see Chinese. What they would run as a formula
 * begins with an apostrophe.
 */
final class CsvFile {
  private CsvFile() {}

  static void write(List<String> headings, Iterator<List<Cell>> rows, CellTexts texts, OutputStream to)
      throws IOException {
    Writer file = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    file.write('\uFEFF');
    line(file, headings);
    while (rows.hasNext()) {
      line(file, rows.next().stream().map(texts::plain).toList());
    }
    file.flush();
  }

  private static void line(Writer file, List<String> texts) throws IOException {
    for (int at = 0; at < texts.size(); at++) {
      file.write(at == 0 ? "" : ",");
      file.write(quoted(texts.get(at)));
    }
    file.write("\r\n");
  }

  static String quoted(String text) {
    String safe = Formulas.isLike(text) && !isNumber(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n' || c == ';' || c == '\t')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static boolean isNumber(String text) {
    return text.matches("-[0-9]{1,15}");
  }
}
