package io.safehand.core.detect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * The door through which a CSV file comes in: finds out how it is written, then hands out its rows one by one in
 * bounded memory. Not for sharing between threads.
 *
 * <p>Refuses with {@link DamagedFile}: empty, binary, wrongly encoded, truncated, a field or row past the limits, a
 * quote that never closes. A missing file is {@link java.nio.file.NoSuchFileException}. Rows that are wholly empty
 * are skipped but counted; rows with more or fewer cells than the header are handed out as they are.
 */
public final class CsvSource implements Iterator<CsvRow>, AutoCloseable {

  public static CsvSource open(Path file) throws IOException {
    return open(file, CsvLimits.standard());
  }

  public static CsvSource open(Path file, CsvLimits limits) throws IOException {
    throw new UnsupportedOperationException();
  }

  public CsvDialect dialect() {
    return new CsvDialect(StandardCharsets.UTF_8, 0, ',', true);
  }

  /** The column names, stripped; {@code column_1} and so on where the file has no header. */
  public List<String> columns() {
    return List.of();
  }

  @Override
  public boolean hasNext() {
    return false;
  }

  @Override
  public CsvRow next() {
    throw new UnsupportedOperationException();
  }

  /** Bytes taken from the file so far, for progress; runs ahead of the rows by at most one buffer. */
  public long bytesRead() {
    return 0;
  }

  public long bytes() {
    return 0;
  }

  @Override
  public void close() throws IOException {}
}
