package io.safehand.server.custody.imports.tables;

import io.safehand.server.start.Settings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Connects to sellers' databases. The driver of PostgreSQL is part of this server; those of MySQL and SQL Server are
 * taken from the class path, or from jars in the folder {@code drivers} of the data folder, where the operator puts them.
 */
@Component
public final class TableDrivers {
  private final Path folder;

  TableDrivers(Settings settings) {
    this.folder = settings.dataFolder().resolve("drivers");
  }

  /**
   * A connection that only reads: nothing is committed on it, ever. The caller closes it.
   *
   * @param password stays the caller's
   * @throws TableRefused without a driver, or when the database does not let us in
   */
  Connection connect(TableSource source, char[] password) {
    Properties options = new Properties();
    source.dialect().options(source, options);
    options.setProperty("user", source.user());
    options.setProperty("password", new String(password));
    try {
      Connection connection = driver(source.dialect()).connect(source.dialect().url(source), options);
      if (connection == null) {
        throw new TableRefused("source.no-driver");
      }
      return readingOnly(connection);
    } catch (SQLException failed) {
      throw TableRefused.of(failed);
    } finally {
      options.clear();
    }
  }

  private static Connection readingOnly(Connection connection) throws SQLException {
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  private Driver driver(Dialect dialect) {
    try {
      return instance(Class.forName(dialect.driver()));
    } catch (ClassNotFoundException notOnThePath) {
      try {
        return instance(Class.forName(dialect.driver(), true, jars()));
      } catch (ClassNotFoundException nowhere) {
        throw new TableRefused("source.no-driver");
      }
    }
  }

  private ClassLoader jars() {
    if (!Files.isDirectory(folder)) {
      throw new TableRefused("source.no-driver");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<URL> jars = new ArrayList<>();
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        jars.add(url(jar));
      }
      return new URLClassLoader(jars.toArray(URL[]::new), TableDrivers.class.getClassLoader());
    } catch (IOException unreadable) {
      throw new TableRefused("source.no-driver");
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private static Driver instance(Class<?> type) {
    try {
      return (Driver) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new TableRefused("source.no-driver");
    }
  }
}
