package io.safehand.server.base.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A table as the fragment {@code tables/table} draws it: texts and links only. */
record ShownTable(String name, String caption, List<Heading> headings, List<Filter> filters,
    List<List<Shown>> rows, Map<String, String> carried, String csv, String xlsx, String empty) {

  /** @param link an empty one: the column cannot be sorted */
  record Heading(String text, String link, String order, boolean isNumber) {}

  record Filter(String column, String text, List<Choice> choices) {}

  record Choice(String value, String text, boolean isChosen) {}

  record Shown(String text, String path, String kind, String tone) {}

  static ShownTable of(TableRows rows, TableQuery query, CellTexts texts) {
    TableRows.Chosen chosen = rows.chosen(query);
    List<List<Shown>> shown = new ArrayList<>();
    chosen.rows().forEachRemaining(row -> shown.add(row.stream().map(cell -> shown(cell, texts)).toList()));
    return new ShownTable(TableQuery.shortName(rows.name()), texts.text(rows.name()),
        headings(rows, query, texts, shown), filters(rows, query, texts, chosen.codes()), shown,
        query.carried(), query.file(rows.name(), TableFormat.CSV), query.file(rows.name(), TableFormat.XLSX),
        texts.text(rows.name() + ".empty"));
  }

  private static List<Heading> headings(TableRows rows, TableQuery query, CellTexts texts,
      List<List<Shown>> shown) {
    List<Heading> headings = new ArrayList<>();
    for (int at = 0; at < rows.columns().size(); at++) {
      String column = rows.columns().get(at);
      String kind = shown.isEmpty() ? "text" : shown.getFirst().get(at).kind();
      boolean sorted = query.isFor(rows.name()) && query.sort().equals(column);
      String order = !sorted ? "none" : query.isDown() ? "descending" : "ascending";
      boolean canSort = rows.isSortable() && !kind.equals("button");
      headings.add(new Heading(texts.text(rows.name() + "." + column),
          canSort ? query.sorted(rows.name(), column, sorted && !query.isDown()) : "", canSort ? order : "",
          kind.equals("number")));
    }
    return headings;
  }

  private static List<Filter> filters(TableRows rows, TableQuery query, CellTexts texts,
      Map<String, SortedMap<String, Cell.Code>> codes) {
    List<Filter> filters = new ArrayList<>();
    codes.forEach((column,
        values) -> filters.add(new Filter(column, texts.text(rows.name() + "." + column),
            values.values()
                .stream()
                .map(code -> new Choice(column + ":" + code.code(), texts.plain(code),
                    query.isFor(rows.name()) && code.code().equals(query.filters().get(column))))
                .toList())));
    return filters;
  }

  private static Shown shown(Cell cell, CellTexts texts) {
    String path = cell instanceof Cell.Link link ? link.path() : "";
    return switch (TableRows.shown(cell)) {
      case Cell.Count count -> new Shown(texts.read(count), path, "number", "");
      case Cell.Code code -> new Shown(texts.read(code), path, "code", tone(code.tone()));
      case Cell.Button button -> new Shown(texts.read(button), button.path(), "button", "");
      case Cell.Text text -> new Shown(texts.read(text), path, "text", "");
      case Cell.Time time -> new Shown(texts.read(time), path, "time", "");
      case Cell.Link link -> throw new IllegalStateException("a link shows another cell");
    };
  }

  private static String tone(Cell.Tone tone) {
    return switch (tone) {
      case PLAIN -> "";
      case GOOD -> "bg-green-lt";
      case WARN -> "bg-yellow-lt";
      case BAD -> "bg-red-lt";
    };
  }
}
