package io.safehand.server.custody.imports;

import io.safehand.core.custody.upload.UploadKey;
import io.safehand.core.detect.columns.ColumnSurvey;
import io.safehand.core.detect.csv.CsvSource;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.sheet.FileKind;
import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.detect.sheet.SheetSurvey;
import io.safehand.core.detect.sheet.Workbook;
import io.safehand.core.person.CompanyId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens sources: surveys one, and gives its rows. */
@Component
final class Opening {
  private final UploadFolder folder;
  private final Checks checks = new Checks();

  Opening(UploadFolder folder) {
    this.folder = folder;
  }

  /** What an uploaded file is by its bytes. */
  SourceKind kind(SourceBytes file) throws IOException {
    return switch (FileKind.of(file)) {
      case TEXT -> SourceKind.CSV;
      case SHEET -> SourceKind.XLSX;
    };
  }

  /** What a source is found to be: the way in which it will be read, and what it holds. */
  record Found(Optional<SheetChoice> sheet, SourceSurvey survey) {}

  /** @param chosen of an XLSX file; empty: the first sheet that is not hidden, its header as it is found */
  Found survey(SourceKind kind, SourceBytes file, Optional<SheetChoice> chosen) throws IOException {
    return switch (kind) {
      case CSV -> csv(file);
      case XLSX -> workbook(file, chosen);
      case TABLE -> throw new IllegalStateException("a table is no file");
    };
  }

  private Found csv(SourceBytes file) throws IOException {
    try (CsvSource source = CsvSource.open(file)) {
      return new Found(Optional.empty(), surveyed(List.of(), source, 0, 0));
    }
  }

  private Found workbook(SourceBytes file, Optional<SheetChoice> chosen) throws IOException {
    Workbook book = Workbook.open(file);
    SheetSurvey sheet = chosen.isPresent() ? book.survey(chosen.get()) : book.survey(firstShown(book));
    try (RowSource source = book.rows(sheet)) {
      List<SourceSurvey.Sheet> sheets = book.sheets()
          .stream()
          .map(each -> new SourceSurvey.Sheet(each.name(), each.hidden()))
          .toList();
      return new Found(Optional.of(sheet.choice()),
          surveyed(sheets, source, sheet.hiddenRows(), sheet.hiddenColumns()));
    }
  }

  private static int firstShown(Workbook book) {
    for (int i = 0; i < book.sheets().size(); i++) {
      if (!book.sheets().get(i).hidden()) {
        return i;
      }
    }
    return 0;
  }

  SourceSurvey surveyed(List<SourceSurvey.Sheet> sheets, RowSource source, long hiddenRows,
      long hiddenColumns) {
    ColumnSurvey.Surveyed found = new ColumnSurvey(checks).of(source);
    List<SourceSurvey.Column> columns = found.columns()
        .stream()
        .map(column -> new SourceSurvey.Column(column.name(), column.category(), column.filled(),
            column.valid(), column.secret()))
        .toList();
    return new SourceSurvey(sheets, columns, found.rows(), hiddenRows, hiddenColumns);
  }

  /** The rows of a source that was surveyed. The caller closes it. */
  RowSource rows(CompanyId company, ImportJob job, UploadKey key, Reading reading, SourceSurvey survey)
      throws IOException {
    SourceBytes file = folder.source(company, job.id(), key, job.bytes());
    return switch (job.kind()) {
      case CSV -> CsvSource.open(file);
      case XLSX -> Workbook.open(file)
          .rows(new SheetSurvey(reading.sheet().orElseThrow(),
              survey.columns().stream().map(SourceSurvey.Column::name).toList(), survey.rows(),
              survey.hiddenRows(), (int) survey.hiddenColumns()));
      case TABLE -> throw new IllegalStateException("a table is no file");
    };
  }
}
