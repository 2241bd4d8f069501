package io.safehand.server.custody.imports.tables;

import io.safehand.core.detect.rows.RowSource;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.detect.text.DamagedFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, in the order of its key, a range at a time, each in a read-only transaction of its own that is
 * rolled back. Rows are numbered from 1; whoever stopped goes on behind the key of the last row.
 *
 * <p>Refuses ({@link TableRefused}) what writes, two columns of one name, and a key that is missing in a row, that two
 * rows share, or that is neither a whole number nor a text.
 */
public final class TableRows implements RowSource {
  /** Where a range ends, so that an import can go on there. */
  @FunctionalInterface
  public interface Marks {
    void reached(long row, String key);
  }

  /** @param row the number of the last row that needs not be read again; 0 for the beginning */
  public record From(long row, String key) {
    public static final From BEGINNING = new From(0, "");

    @Override
    public String toString() {
      return "behind row " + row;
    }
  }

  private static final int FETCHED = 1_000;
  private static final int LONGEST_CELL = 1 << 20;
  private final Connection connection;
  private final TableSource source;
  private final String select;
  private final int rangeRows;
  private final Marks marks;
  private final List<String> columns = new ArrayList<>();
  private final List<Integer> types = new ArrayList<>();
  private final int key;
  private final long size;
  private From from;
  private long left;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet range;
  private @Nullable SourceRow ahead;
  private boolean ended;

  private TableRows(Connection connection, TableSource source, From from, int rangeRows, Marks marks)
      throws SQLException {
    this.connection = connection;
    this.source = source;
    this.select = "select * from (\n" + SelectText.of(source.query()) + "\n) safehand_source";
    this.rangeRows = rangeRows;
    this.marks = marks;
    this.from = from;
    readColumns();
    this.key = requireKey();
    this.size = whole("select count(*) from (\n" + SelectText.of(source.query()) + "\n) safehand_source");
    connection.rollback();
  }

  /**
   * Connects and looks at the columns and the key.
   *
   * @param rangeRows how many rows are read in one transaction
   */
  public static TableRows open(TableDrivers drivers, TableSource source, char[] password, From from,
      int rangeRows, Marks marks) {
    SelectText.of(source.query());
    Connection connection = drivers.connect(source, password);
    try {
      return new TableRows(connection, source, from, rangeRows, marks);
    } catch (SQLException failed) {
      closeQuietly(connection);
      throw TableRefused.of(failed);
    } catch (RuntimeException refused) {
      closeQuietly(connection);
      throw refused;
    }
  }

  private void readColumns() throws SQLException {
    Set<String> seen = new HashSet<>();
    try (PreparedStatement none = connection.prepareStatement(select + " where 1 = 0");
        ResultSet rows = none.executeQuery()) {
      ResultSetMetaData about = rows.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.add(about.getColumnLabel(i));
        types.add(about.getColumnType(i));
        if (!seen.add(about.getColumnLabel(i))) {
          throw new TableRefused("source.columns");
        }
      }
    }
  }

  private int requireKey() throws SQLException {
    int at = columns.indexOf(source.key());
    if (at < 0 || !isWhole(types.get(at)) && !isText(types.get(at))) {
      throw new TableRefused("source.key");
    }
    if (whole("select count(*) from (" + select + " where " + keyName() + " is null" + ") safehand_key") > 0
        || whole("select count(*) from (select " + keyName() + " from (" + select + ") safehand_key group by "
            + keyName() + " having count(*) > 1) safehand_twice") > 0) {
      throw new TableRefused("source.key");
    }
    return at;
  }

  private static boolean isWhole(int type) {
    return type == Types.BIGINT || type == Types.INTEGER || type == Types.SMALLINT || type == Types.TINYINT;
  }

  private static boolean isText(int type) {
    return type == Types.VARCHAR || type == Types.CHAR || type == Types.NVARCHAR || type == Types.NCHAR
        || type == Types.LONGVARCHAR || type == Types.LONGNVARCHAR;
  }

  private String keyName() {
    return source.dialect().quoted(source.key());
  }

  private long whole(String query) throws SQLException {
    try (PreparedStatement one = connection.prepareStatement(query); ResultSet row = one.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public long taken() {
    return from.row();
  }

  @Override
  public long size() {
    return Math.max(size, from.row());
  }

  @Override
  public boolean hasNext() {
    try {
      while (ahead == null && !ended) {
        ahead = step();
      }
      return ahead != null;
    } catch (SQLException failed) {
      throw TableRefused.of(failed);
    }
  }

  /** The next row; null when a range has ended. */
  private @Nullable SourceRow step() throws SQLException {
    ResultSet rows = range == null ? begin() : range;
    if (!rows.next()) {
      endRange();
      ended = left > 0;
      return null;
    }
    left--;
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = TableCell.text(rows, i + 1, types.get(i));
      if (cells[i].length() > LONGEST_CELL) {
        throw DamagedFile.atRow("csv.field.too_long", from.row() + 1);
      }
    }
    from = new From(from.row() + 1, rows.getString(key + 1));
    if (from.row() % rangeRows == 0) {
      marks.reached(from.row(), from.key());
    }
    return new SourceRow(from.row(), cells);
  }

  private ResultSet begin() throws SQLException {
    boolean first = from.row() == 0;
    PreparedStatement next = connection
        .prepareStatement(select + (first ? "" : " where " + keyName() + " > ?") + " order by " + keyName()
            + source.dialect().first(rangeRows));
    statement = next;
    next.setFetchSize(FETCHED);
    if (!first && isWhole(types.get(key))) {
      next.setLong(1, Long.parseLong(from.key()));
    } else if (!first) {
      next.setString(1, from.key());
    }
    left = rangeRows;
    ResultSet opened = next.executeQuery();
    range = opened;
    return opened;
  }

  private void endRange() throws SQLException {
    if (statement != null) {
      statement.close();
    }
    statement = null;
    range = null;
    connection.rollback();
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
  public void close() {
    closeQuietly(connection);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // it is closed either way
    }
  }
}
