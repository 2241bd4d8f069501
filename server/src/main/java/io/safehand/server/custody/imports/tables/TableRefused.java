package io.safehand.server.custody.imports.tables;

import java.sql.SQLException;

/** Another database cannot be read as asked; a code says why, never what the database answered. */
public final class TableRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  public TableRefused(String code) {
    super(code);
    this.code = code;
  }

  /** A database's own words may quote rows, so only its class of error is looked at. */
  static TableRefused of(SQLException failed) {
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    return new TableRefused(switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08" -> "source.unreachable";
      case "28" -> "source.sign-in";
      case "25" -> "source.writes";
      case "42", "S0" -> "source.query";
      default -> "source.broken";
    });
  }

  public String code() {
    return code;
  }
}
