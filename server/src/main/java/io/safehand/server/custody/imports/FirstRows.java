package io.safehand.server.custody.imports;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import java.io.IOException;
import java.util.List;

/** As many rows of a source as are looked at to know its columns. */
final class FirstRows implements RowSource {
  private final RowSource source;
  private long left;

  FirstRows(RowSource source, long most) {
    this.source = source;
    this.left = most;
  }

  @Override
  public List<String> columns() {
    return source.columns();
  }

  @Override
  public long taken() {
    return source.taken();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public boolean hasNext() {
    return left > 0 && source.hasNext();
  }

  @Override
  public SourceRow next() {
    left--;
    return source.next();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
