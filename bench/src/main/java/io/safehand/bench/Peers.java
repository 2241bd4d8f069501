package io.safehand.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.PGConnection;

/** The product's database without the product: plain connections as the owner of the tables, in a schema of their own. */
final class Peers {
  private final String url;
  private final Properties login = new Properties();

  Peers(String url, String user, String password) {
    this.url = url;
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("reWriteBatchedInserts", "true");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, login);
  }

  HikariDataSource pool(int connections) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setDataSourceProperties(login);
    pool.setMaximumPoolSize(connections);
    return pool;
  }

  /** Drops what an earlier measure left, and makes anew. */
  void prepare(String... statements) throws SQLException {
    execute("drop schema if exists bench cascade", "create schema bench");
    execute(statements);
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connect(); Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(1);
    }
  }

  long number(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  /** One COPY in one transaction. */
  void copyIn(String table, String format, Path file) throws SQLException, IOException {
    try (Connection connection = connect(); InputStream in = Files.newInputStream(file)) {
      connection.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin (format " + format + ")", in, 1 << 16);
    }
  }

  void copyOut(String query, Path file) throws SQLException, IOException {
    try (Connection connection = connect(); OutputStream out = Files.newOutputStream(file)) {
      connection.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("copy (" + query + ") to stdout (format binary)", out);
    }
  }
}
