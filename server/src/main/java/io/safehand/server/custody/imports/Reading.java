package io.safehand.server.custody.imports;

import io.safehand.core.detect.sheet.SheetChoice;
import io.safehand.core.json.Json;
import io.safehand.server.custody.imports.tables.TableSource;
import io.safehand.server.custody.records.ColumnMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a source is to be read: what the person chose. Holds names out of the source, so it is stored sealed only and
 * prints nothing.
 *
 * @param name of the file as the person's browser gave it
 * @param sheet of an XLSX file
 * @param table of another database
 * @param columns the inventory's column by the source's; {@link ColumnMapping#LEFT_OUT} for one that is not taken
 */
public record Reading(String name, Optional<SheetChoice> sheet, Optional<TableSource> table,
    Map<String, String> columns) {
  public Reading {
    columns = Map.copyOf(columns);
  }

  ColumnMapping mapping() {
    return new ColumnMapping(columns, false);
  }

  Reading with(Map<String, String> chosen) {
    return new Reading(name, sheet, table, chosen);
  }

  byte[] bytes() {
    Json.Object named = Json.object().with("name", name).with("columns", pairs());
    Json.Object json = table.map(source -> named.with("table", source.json())).orElse(named);
    return sheet.map(choice -> json.with("sheet", choice.sheet())
        .with("headerRow", choice.headerRow())
        .with("headerRows", choice.headerRows())).orElse(json).canonical();
  }

  /** What tells one way of reading a source from another; not its name. */
  byte[] wayOfReading() {
    return new Reading("", sheet, table, columns).bytes();
  }

  private List<Json> pairs() {
    List<Json> pairs = new ArrayList<>();
    new TreeMap<>(columns).forEach((from, to) -> pairs.add(Json.object().with("from", from).with("to", to)));
    return pairs;
  }

  static Reading parse(byte[] bytes) {
    Json.Object json = (Json.Object) Json.parse(bytes);
    Map<String, String> columns = new TreeMap<>();
    json.array("columns").objects().forEach(pair -> columns.put(pair.text("from"), pair.text("to")));
    Optional<SheetChoice> sheet = json.has("sheet")
        ? Optional.of(new SheetChoice((int) json.number("sheet"), (int) json.number("headerRow"),
            (int) json.number("headerRows")))
        : Optional.empty();
    Optional<TableSource> table = json.has("table")
        ? Optional.of(TableSource.parse(json.object("table")))
        : Optional.empty();
    return new Reading(json.text("name"), sheet, table, columns);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
