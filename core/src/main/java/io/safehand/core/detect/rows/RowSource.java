package io.safehand.core.detect.rows;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * A source of rows with named columns, read once from its first row to its last in bounded memory. Row numbers rise.
 * Not for sharing between threads. What cannot be read is refused with {@link io.safehand.core.detect.text.DamagedFile}.
 */
public interface RowSource extends Iterator<SourceRow>, AutoCloseable {
  /** The column names, stripped, no two the same; {@code column_1} and so on where the source names none. */
  List<String> columns();

  /** How much of {@link #size} was taken so far, for progress; runs ahead of the rows by a buffer. */
  long taken();

  /** In bytes or rows, whatever the source can count beforehand; 0 where it cannot. */
  long size();

  @Override
  void close() throws IOException;
}
