package io.safehand.core.detect.csv;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.text.TextEncoding;
import io.safehand.core.detect.text.Utf8Source;
import io.safehand.core.detect.text.BadBytes;
import io.safehand.core.detect.text.DamagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * The door through which a CSV file comes in: finds out how it is written, then hands out its rows one by one in
 * bounded memory. Not for sharing between threads.
 *
 * <p>Refuses with {@link DamagedFile}: empty, binary, wrongly encoded, truncated, a field or row past the limits, a
 * quote that never closes, two columns of one name. A missing file is {@link java.nio.file.NoSuchFileException}. Rows
 * that are wholly empty are skipped but counted; rows with more or fewer cells than the header are handed out as they
 * are, except a last one that is short and has no line end: then the file is truncated.
 */
public final class CsvSource implements RowSource {
  private static final int SAMPLE = 1 << 16;
  private final Utf8Source text;
  private final CsvParser parser;
  private final CsvDialect dialect;
  private final List<String> columns;
  private SourceRow ahead;
  private boolean known;

  private CsvSource(Utf8Source text, CsvParser parser, TextEncoding encoding, char delimiter)
      throws IOException {
    this.text = text;
    this.parser = parser;
    String[] first = parser.next();
    boolean header = new CsvShape().namesColumns(first);
    this.dialect = new CsvDialect(encoding.charset(), encoding.markBytes(), delimiter, header);
    this.columns = header ? named(first) : numbered(first.length);
    this.ahead = new SourceRow(1, first);
    this.known = !header;
  }

  public static CsvSource open(Path file) throws IOException {
    return open(SourceBytes.of(file));
  }

  public static CsvSource open(SourceBytes file) throws IOException {
    return open(file, CsvLimits.standard());
  }

  public static CsvSource open(SourceBytes file, CsvLimits limits) throws IOException {
    TextEncoding encoding = TextEncoding.of(file);
    char delimiter = delimiter(file, encoding);
    Utf8Source text = Utf8Source.open(file, encoding);
    try {
      return new CsvSource(text, new CsvParser(text, delimiter, limits), encoding, delimiter);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private static char delimiter(SourceBytes file, TextEncoding encoding) throws IOException {
    byte[] sample = new byte[SAMPLE];
    int length = 0;
    try (Utf8Source text = Utf8Source.open(file, encoding)) {
      int read = 0;
      while (read >= 0 && length < SAMPLE - 8) {
        length += read;
        read = text.read(sample, length, SAMPLE);
      }
    } catch (BadBytes e) {
      return new CsvShape().delimiter(sample, length);
    }
    return new CsvShape().delimiter(sample, length);
  }

  public CsvDialect dialect() {
    return dialect;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    if (!known) {
      ahead = read();
      known = true;
    }
    return ahead.size() > 0;
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    known = false;
    return ahead;
  }

  private SourceRow read() {
    while (true) {
      SourceRow row = new SourceRow(parser.row() + 1, cells());
      if (row.size() > 0 && row.size() < columns.size() && !parser.lastRowEnded()) {
        throw DamagedFile.atRow("file.truncated", row.number());
      }
      if (row.size() == 0 || !row.isBlank()) {
        return row;
      }
    }
  }

  private String[] cells() {
    try {
      return parser.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> named(String[] header) {
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i].strip();
      names.add(name.isEmpty() ? "column_" + (i + 1) : name);
      if (!seen.add(names.getLast())) {
        throw DamagedFile.atRow("csv.header.duplicate", 1);
      }
    }
    return List.copyOf(names);
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("column_" + i);
    }
    return List.copyOf(names);
  }

  @Override
  public long taken() {
    return text.taken();
  }

  @Override
  public long size() {
    return text.bytes();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
