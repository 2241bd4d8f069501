package io.safehand.server.base.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a table can be had as. */
public enum TableFormat {
  CSV("text/csv;charset=UTF-8") {
    @Override
    void write(List<String> headings, Iterator<List<Cell>> rows, CellTexts texts, OutputStream to)
        throws IOException {
      CsvFile.write(headings, rows, texts, to);
    }
  },
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    void write(List<String> headings, Iterator<List<Cell>> rows, CellTexts texts, OutputStream to)
        throws IOException {
      XlsxFile.write(headings, rows, texts, to);
    }
  };

  private final String mediaType;

  TableFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract void write(List<String> headings, Iterator<List<Cell>> rows, CellTexts texts, OutputStream to)
      throws IOException;

  public static Optional<TableFormat> of(String code) {
    return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String mediaType() {
    return mediaType;
  }
}
