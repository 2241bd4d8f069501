package io.safehand.server.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role under which every statement of the application runs: it owns nothing and bypasses nothing, so that row
 * locks bite. The login takes this role on each new connection.
 */
record ApplicationRole(Connection owner) {
  static final String NAME = "safehand_application";

  void create() throws SQLException {
    try (Statement statement = owner.createStatement()) {
      if (!exists(statement)) {
        statement.execute("create role " + NAME + " nologin");
      }
      statement.execute("grant " + NAME + " to current_user");
    } catch (SQLException e) {
      throw new CannotStart(ExitCode.CONFIGURATION, "database.role", NAME).because(e);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet found = statement.executeQuery("select 1 from pg_roles where rolname = '" + NAME + "'")) {
      return found.next();
    }
  }
}
