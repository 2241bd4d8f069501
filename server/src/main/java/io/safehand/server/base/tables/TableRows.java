package io.safehand.server.base.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows of one table, read once. */
public record TableRows(String name, List<String> columns, Iterator<List<Cell>> rows, boolean isSortable) {

  List<String> headings(CellTexts texts) {
    return columns.stream().map(column -> texts.text(name + "." + column)).toList();
  }

  /** These rows as the query asks for them; a query for another table, or for columns that are not there, changes nothing. */
  Chosen chosen(TableQuery query) {
    if (!isSortable) {
      return new Chosen(rows, Map.of());
    }
    List<List<Cell>> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    Map<String, SortedMap<String, Cell.Code>> codes = codes(all);
    if (query.isFor(name)) {
      query.filters().forEach((column, code) -> keep(all, column, code));
      sort(all, query);
    }
    return new Chosen(all.iterator(), codes);
  }

  /** @param codes by which columns the table can be filtered, and the codes of each */
  record Chosen(Iterator<List<Cell>> rows, Map<String, SortedMap<String, Cell.Code>> codes) {}

  /** A column in which every row has another code tells rows apart; it does not group them. */
  private Map<String, SortedMap<String, Cell.Code>> codes(List<List<Cell>> all) {
    Map<String, SortedMap<String, Cell.Code>> codes = new LinkedHashMap<>();
    for (List<Cell> row : all) {
      for (int at = 0; at < columns.size(); at++) {
        if (shown(row.get(at)) instanceof Cell.Code code) {
          codes.computeIfAbsent(columns.get(at), none -> new TreeMap<>()).put(code.code(), code);
        }
      }
    }
    codes.values().removeIf(found -> found.size() == all.size());
    return codes;
  }

  private void keep(List<List<Cell>> all, String column, String wanted) {
    int at = columns.indexOf(column);
    if (at >= 0) {
      all.removeIf(row -> !(shown(row.get(at)) instanceof Cell.Code code && code.code().equals(wanted)));
    }
  }

  private void sort(List<List<Cell>> all, TableQuery query) {
    int at = columns.indexOf(query.sort());
    if (at >= 0) {
      Comparator<List<Cell>> order = Comparator.comparing(row -> shown(row.get(at)), TableRows::compare);
      all.sort(query.isDown() ? order.reversed() : order);
    }
  }

  private static int compare(Cell one, Cell other) {
    if (one instanceof Cell.Count(long a) && other instanceof Cell.Count(long b)) {
      return Long.compare(a, b);
    }
    if (one instanceof Cell.Time(var a) && other instanceof Cell.Time(var b)) {
      return a.compareTo(b);
    }
    return key(one).compareTo(key(other));
  }

  private static String key(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> text;
      case Cell.Code code -> code.code();
      case Cell.Count(long count) -> Long.toString(count);
      case Cell.Time(var at) -> at.toString();
      case Cell.Link link -> key(link.shown());
      case Cell.Button button -> "";
    };
  }

  static Cell shown(Cell cell) {
    return cell instanceof Cell.Link link ? shown(link.shown()) : cell;
  }
}
