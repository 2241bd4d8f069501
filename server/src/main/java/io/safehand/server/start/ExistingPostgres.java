package io.safehand.server.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** An operator's own PostgreSQL: checked before anything is written to it. */
final class ExistingPostgres {
  private static final int OLDEST = 150_000;
  private static final List<String> LOCAL = List.of("127.0.0.1", "localhost", "[::1]");

  private final DatabaseAddress address;

  private ExistingPostgres(DatabaseAddress address) {
    this.address = address;
  }

  /** @throws CannotStart when it cannot be reached (69), or is set up so that data could be lost or read (78) */
  static DatabaseAddress check(Settings.Database settings, String url) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw wrong("database.address");
    }
    ExistingPostgres database = new ExistingPostgres(
        new DatabaseAddress(url, settings.user(), password(settings)));
    database.refuseOpenLink();
    database.refuseUnfit();
    return database.address;
  }

  private static String password(Settings.Database settings) {
    if (settings.passwordFile() == null) {
      return settings.password() == null ? "" : settings.password();
    }
    try {
      return Files.readString(Path.of(settings.passwordFile())).strip();
    } catch (IOException e) {
      throw new CannotStart(ExitCode.CONFIGURATION, "database.password-file", settings.passwordFile())
          .because(e);
    }
  }

  /** To another machine only with TLS that proves who answers. */
  private void refuseOpenLink() {
    String host = URI.create(address.url().substring("jdbc:".length())).getHost();
    if (!LOCAL.contains(String.valueOf(host)) && !address.url().contains("sslmode=verify-full")) {
      throw wrong("database.open-link");
    }
  }

  private void refuseUnfit() {
    try (Connection connection = address.connect(); Statement statement = connection.createStatement()) {
      if (Integer.parseInt(show(statement, "server_version_num")) < OLDEST) {
        throw wrong("database.too-old", show(statement, "server_version"));
      }
      expect(statement, "server_encoding", "UTF8");
      expect(statement, "fsync", "on");
      expect(statement, "full_page_writes", "on");
      expect(statement, "synchronous_commit", "on");
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  private CannotStart explain(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28") || state.equals("3D000")) {
      return new CannotStart(ExitCode.CONFIGURATION, "database.refuses", address).because(e);
    }
    return new CannotStart(ExitCode.UNAVAILABLE, "database.silent", address).because(e);
  }

  private static void expect(Statement statement, String setting, String value) throws SQLException {
    String found = show(statement, setting);
    if (!found.equalsIgnoreCase(value)) {
      throw wrong("database.setting", setting, found, value);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet result = statement.executeQuery("show " + setting)) {
      result.next();
      return result.getString(1);
    }
  }

  private static CannotStart wrong(String key, Object... places) {
    return new CannotStart(ExitCode.CONFIGURATION, key, places);
  }
}
