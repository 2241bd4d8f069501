package io.safehand.server.base.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a table of a page is called and what its columns are. Immutable.
 *
 * <p>
 * The texts of {@code keys.sessions} are {@code keys.sessions.<column>} for each heading and {@code keys.sessions.empty}
 * for what to do when nothing is there; a page finds the table as {@code sessions}.
 */
public final class Table<R> {
  private final String name;
  private final List<Column<R>> columns;

  private record Column<R>(String key, Function<R, Cell> cell) {}

  private Table(String name, List<Column<R>> columns) {
    this.name = name;
    this.columns = columns;
  }

  public static <R> Table<R> named(String name) {
    return new Table<>(name, List.of());
  }

  /** The table, with one more column. */
  public Table<R> with(String column, Function<R, Cell> cell) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(new Column<>(column, cell));
    return new Table<>(name, List.copyOf(more));
  }

  /** All rows, to be filtered and sorted by any column. */
  public TableRows of(Collection<R> rows) {
    return new TableRows(name, keys(), rows.stream().map(this::cells).iterator(), true);
  }

  /** Rows in the order in which they come, for a table too long to be held at once. */
  public TableRows inOrder(Stream<R> rows) {
    Iterator<R> each = rows.iterator();
    return new TableRows(name, keys(), new Iterator<>() {
      @Override
      public boolean hasNext() {
        return each.hasNext();
      }

      @Override
      public List<Cell> next() {
        return cells(each.next());
      }
    }, false);
  }

  private List<String> keys() {
    return columns.stream().map(Column::key).toList();
  }

  private List<Cell> cells(R row) {
    return columns.stream().map(column -> column.cell().apply(row)).toList();
  }
}
