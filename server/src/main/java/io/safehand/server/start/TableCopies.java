package io.safehand.server.start;

import io.safehand.core.json.Json;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Every row of every module's tables in files, one and the same state of all, independent of the version of PostgreSQL.
 * By the owner of the tables, whom no row lock stops.
 */
record TableCopies(DatabaseAddress owner) {
  private static final String CATALOGUE = "database.json";

  /** Writes all tables and their catalogue into an empty folder. */
  void write(Path folder) throws IOException, SQLException {
    try (Connection connection = owner.connect(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set transaction isolation level repeatable read, read only");
      Catalogue catalogue = Catalogue.of(statement);
      for (Catalogue.Line table : catalogue.tables()) {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(table.file(folder)))) {
          copies(connection).copyOut("copy " + named(table) + " to stdout (format binary)", to);
        }
      }
      Files.write(folder.resolve(CATALOGUE), catalogue.json().canonical());
      connection.rollback();
    }
  }

  /**
   * Fills an empty database: its schema is made as it was when the copy was, then every row, all of them or none.
   *
   * @param loader the same database as its administrator, who alone may put rows before those they refer to
   */
  void read(Path folder, DatabaseAddress loader) throws IOException, SQLException {
    Catalogue catalogue = Catalogue
        .read(Json.parse(Files.readAllBytes(folder.resolve(CATALOGUE))).asObject());
    new Migrations(owner).to(catalogue.modules());
    try (Connection connection = loader.connect(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local session_replication_role = replica");
      statement.execute("set local role " + EmbeddedPostgres.OWNER);
      for (Catalogue.Line part : catalogue.parts()) {
        statement.execute("create table %1$s.%2$s partition of %1$s.%3$s for values in ('%4$s')"
            .formatted(part.words().toArray()));
      }
      for (Catalogue.Line table : catalogue.tables()) {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(table.file(folder)))) {
          copies(connection).copyIn("copy " + named(table) + " from stdin (format binary)", from);
        }
      }
      afterRows(statement, catalogue);
      connection.commit();
    }
  }

  private static void afterRows(Statement statement, Catalogue catalogue) throws SQLException {
    for (Catalogue.Line index : catalogue.indexes()) {
      statement.execute("create index if not exists %s on %s.%s (%s)".formatted(index.word(2), index.word(0),
          index.word(1), columns(index.from(3))));
    }
    for (Catalogue.Line sequence : catalogue.sequences()) {
      statement.execute("select setval('%s.%s', %s)".formatted(sequence.words().toArray()));
    }
    statement.execute("analyze");
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static String named(Catalogue.Line table) {
    return table.word(0) + "." + table.word(1) + " (" + columns(table.from(2)) + ")";
  }

  private static String columns(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }
}
