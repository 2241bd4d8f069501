package io.safehand.server.custody.records;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;

/** The rows of a source that no committed batch answers for. */
record RemainingRows(RowSource source, NavigableMap<Long, Long> done,
    List<SourceRow> ahead) implements Iterator<SourceRow> {
  /** @param done the last row of each batch by its first */
  RemainingRows(RowSource source, NavigableMap<Long, Long> done) {
    this(source, done, new ArrayList<>(1));
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && source.hasNext()) {
      SourceRow row = source.next();
      Map.Entry<Long, Long> batch = done.floorEntry(row.number());
      if (batch == null || batch.getValue() < row.number()) {
        ahead.add(row);
      }
    }
    return !ahead.isEmpty();
  }

  @Override
  public SourceRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.removeFirst();
  }
}
