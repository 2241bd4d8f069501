package io.safehand.core.detect.columns;

import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a source to its end and says what its columns seem to hold, judged by their names and by the first {@value
 * #SAMPLE} rows. Refuses what the source refuses. Keeps and prints no value.
 */
public final class ColumnSurvey {
  static final int SAMPLE = 2000;
  private final Checks checks;
  private final ColumnNames names = new ColumnNames();

  /** What was found out; {@code uneven} counts rows with more or fewer cells than the header. */
  public record Surveyed(List<SurveyedColumn> columns, long rows, long uneven) {
    public Surveyed {
      columns = List.copyOf(columns);
    }
  }

  public ColumnSurvey(Checks checks) {
    this.checks = checks;
  }

  public Surveyed of(RowSource source) {
    List<ColumnGuess> guesses = new ArrayList<>();
    for (String name : source.columns()) {
      guesses.add(new ColumnGuess(name, names.likely(name), checks));
    }
    long rows = 0;
    long uneven = 0;
    while (source.hasNext()) {
      SourceRow row = source.next();
      rows++;
      uneven += row.size() == guesses.size() ? 0 : 1;
      if (rows <= SAMPLE) {
        for (int i = 0; i < guesses.size(); i++) {
          guesses.get(i).look(row.cell(i));
        }
      }
    }
    return new Surveyed(guesses.stream().map(ColumnGuess::surveyed).toList(), rows, uneven);
  }
}
