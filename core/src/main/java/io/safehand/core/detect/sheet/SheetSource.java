package io.safehand.core.detect.sheet;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet below its names; wholly empty ones are skipped but counted. */
final class SheetSource implements RowSource {
  private final SheetRows rows;
  private final SheetChoice choice;
  private final SheetSurvey survey;
  private @Nullable SourceRow ahead;

  SheetSource(SheetRows rows, SheetSurvey survey, SheetChoice choice) {
    this.rows = rows;
    this.survey = survey;
    this.choice = choice;
  }

  @Override
  public List<String> columns() {
    return survey.columns();
  }

  @Override
  public long taken() {
    return Math.max(0, rows.number() - choice.firstRow() + 1);
  }

  @Override
  public long size() {
    return survey.rows();
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && rows.next()) {
      SourceRow row = new SourceRow(rows.number(), rows.cells());
      if (row.number() >= choice.firstRow() && !row.isBlank()) {
        ahead = row;
      }
    }
    return ahead != null;
  }

  @Override
  public SourceRow next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("no more rows");
    }
    SourceRow row = ahead;
    ahead = null;
    return row;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
