package io.safehand.core.detect.columns;

import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.detect.csv.CsvDialect;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.person.Category;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a CSV file to its end and says how it is written and what its columns seem to hold, judged by their names and
 * by the first {@value ColumnSurvey#SAMPLE} rows. Refuses what {@link CsvSource} refuses. Keeps and prints no value.
 */
public final class CsvSurvey {
  private final ColumnSurvey survey;

  /** What was found out; {@code uneven} counts rows with more or fewer cells than the header. */
  public record Survey(CsvDialect dialect, List<SurveyedColumn> columns, long rows, long uneven) {}

  public CsvSurvey(Checks checks) {
    this.survey = new ColumnSurvey(checks);
  }

  public Survey of(Path file) throws IOException {
    try (CsvSource csv = CsvSource.open(file)) {
      ColumnSurvey.Surveyed found = survey.of(csv);
      return new Survey(csv.dialect(), found.columns(), found.rows(), found.uneven());
    }
  }

  /** What a column without a telling name is tried for: only shapes that hardly occur by chance. */
  static List<Category> telling() {
    return List.of(Category.RESIDENT_ID, Category.CREDIT_CODE, Category.EMAIL, Category.MOBILE,
        Category.BANK_CARD, Category.PLATE, Category.LANDLINE, Category.ADDRESS, Category.GENDER,
        Category.DATE);
  }
}
