package io.safehand.core.detect.sheet;

import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** Walks the rows of one sheet. Rows and cells without an address follow the one before, as some programs write them. */
final class SheetRows implements AutoCloseable {
  private static final int MOST_ROWS = 1 << 20;
  private static final int MOST_COLUMNS = 1024;
  private static final int MOST_ROW_CHARS = 4 << 20;
  private static final int MOST_MERGES = 1 << 16;
  private final Xml xml;
  private final SharedTexts texts;
  private final Styles styles;
  private final boolean from1904;
  private final List<Merge> merges = new ArrayList<>();
  private String[] cells = new String[16];
  private int width;
  private int chars;
  private long number;
  private boolean hidden;
  private int hiddenColumns;
  private boolean ended;

  SheetRows(Xml xml, SharedTexts texts, Styles styles, boolean from1904) {
    this.xml = xml;
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
  }

  /** Steps on to the next row that the file holds; false behind the last, however often it is asked. */
  boolean next() {
    while (!ended) {
      int event = xml.next();
      ended = event == XMLStreamConstants.END_DOCUMENT;
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "row" -> {
            read();
            return true;
          }
          case "mergeCell" -> merge();
          case "col" -> hiddenColumns += xml.isTrue("hidden")
              ? Math.clamp(xml.number("max", 0) - (long) xml.number("min", 0) + 1, 0, MOST_COLUMNS)
              : 0;
          default -> {
            // other parts of a sheet hold no cell
          }
        }
      }
    }
    return false;
  }

  long number() {
    return number;
  }

  boolean hidden() {
    return hidden;
  }

  String[] cells() {
    return Arrays.copyOf(cells, width);
  }

  int hiddenColumns() {
    return hiddenColumns;
  }

  /** Known behind the last row. */
  List<Merge> merges() {
    return List.copyOf(merges);
  }

  private void read() {
    long given = xml.number("r", (int) number + 1);
    if (given <= number || given > MOST_ROWS) {
      throw DamagedFile.whole("sheet.damaged");
    }
    number = given;
    hidden = xml.isTrue("hidden");
    width = 0;
    chars = 0;
    int column = -1;
    for (int event = xml.next(); !xml.ends(event, "row"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
        String place = xml.attribute("r");
        column = place.isEmpty() ? column + 1 : column(place);
        put(column, cell());
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw DamagedFile.atRow("sheet.damaged", number);
      }
    }
  }

  private void put(int column, String text) {
    if (text.isEmpty()) {
      return;
    }
    chars += text.length();
    if (column >= MOST_COLUMNS) {
      throw DamagedFile.atRow("csv.columns.too_many", number);
    }
    if (chars > MOST_ROW_CHARS) {
      throw DamagedFile.atRow("csv.row.too_long", number);
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
    }
    Arrays.fill(cells, width, Math.max(width, column + 1), "");
    width = Math.max(width, column + 1);
    cells[column] = text;
  }

  private String cell() {
    String type = xml.attribute("t");
    int style = xml.number("s", 0);
    String text = "";
    for (int event = xml.next(); !xml.ends(event, "c"); event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("v")) {
        StringBuilder value = new StringBuilder();
        xml.text(value);
        text = shown(type, style, value.toString());
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("is")) {
        text = xml.item("is");
      } else if (event == XMLStreamConstants.END_DOCUMENT) {
        throw DamagedFile.atRow("sheet.damaged", number);
      }
    }
    return text;
  }

  private String shown(String type, int style, String value) {
    return switch (type) {
      case "s" -> texts.text(index(value.strip()));
      case "str" -> Escapes.plain(value);
      case "inlineStr", "e", "d" -> value;
      case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
      default -> value.isBlank() ? "" : styles.format(style).text(value.strip(), from1904);
    };
  }

  private int index(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException none) {
      throw DamagedFile.atRow("sheet.damaged", number);
    }
  }

  private void merge() {
    String[] ends = xml.attribute("ref").split(":", -1);
    if (merges.size() < MOST_MERGES && ends.length == 2) {
      merges.add(new Merge(row(ends[0]), row(ends[1]), column(ends[0]), column(ends[1])));
    }
  }

  private static int column(String place) {
    int column = 0;
    int at = 0;
    while (at < place.length() && at < 3 && place.charAt(at) >= 'A' && place.charAt(at) <= 'Z') {
      column = column * 26 + place.charAt(at++) - 'A' + 1;
    }
    if (column == 0) {
      throw DamagedFile.whole("sheet.damaged");
    }
    return column - 1;
  }

  private static long row(String place) {
    String digits = place.replaceFirst("^[A-Z]+", "");
    if (!digits.matches("\\d{1,7}")) {
      throw DamagedFile.whole("sheet.damaged");
    }
    return Long.parseLong(digits);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }

  /** Cells shown as one; rows from 1, columns from 0, both ends included. */
  record Merge(long firstRow, long lastRow, int firstColumn, int lastColumn) {
    boolean isWide() {
      return lastColumn > firstColumn;
    }
  }
}
