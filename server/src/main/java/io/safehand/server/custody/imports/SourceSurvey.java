package io.safehand.server.custody.imports;

import io.safehand.core.json.Json;
import io.safehand.core.person.Category;
import java.util.List;

/**
 * What a source holds, without any value: its sheets, the columns of the one that is read, and counts. Holds names out of
 * the source, so it is stored sealed only and prints nothing.
 */
public record SourceSurvey(List<Sheet> sheets, List<Column> columns, long rows, long hiddenRows,
    long hiddenColumns) {
  public SourceSurvey {
    sheets = List.copyOf(sheets);
    columns = List.copyOf(columns);
  }

  /** @param hidden from whoever looks at the file */
  public record Sheet(String name, boolean hidden) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /**
   * @param filled how many of the first rows had a value
   * @param valid how many of these pass for the category
   * @param secret the name says password or the like, which must not be collected
   */
  public record Column(String name, Category category, long filled, long valid, boolean secret) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  byte[] bytes() {
    return Json.object()
        .with("sheets",
            sheets.stream()
                .map(sheet -> Json.object().with("name", sheet.name()).with("hidden", sheet.hidden()))
                .toList())
        .with("columns", columns.stream().map(SourceSurvey::json).toList())
        .with("rows", rows)
        .with("hiddenRows", hiddenRows)
        .with("hiddenColumns", hiddenColumns)
        .canonical();
  }

  private static Json json(Column column) {
    return Json.object()
        .with("name", column.name())
        .with("category", column.category().name())
        .with("filled", column.filled())
        .with("valid", column.valid())
        .with("secret", column.secret());
  }

  static SourceSurvey parse(byte[] bytes) {
    Json.Object json = (Json.Object) Json.parse(bytes);
    return new SourceSurvey(
        json.array("sheets")
            .objects()
            .stream()
            .map(sheet -> new Sheet(sheet.text("name"), sheet.bool("hidden")))
            .toList(),
        json.array("columns")
            .objects()
            .stream()
            .map(column -> new Column(column.text("name"), Category.valueOf(column.text("category")),
                column.number("filled"), column.number("valid"), column.bool("secret")))
            .toList(),
        json.number("rows"), json.number("hiddenRows"), json.number("hiddenColumns"));
  }

  @Override
  public String toString() {
    return columns.size() + " columns, " + rows + " rows";
  }
}
