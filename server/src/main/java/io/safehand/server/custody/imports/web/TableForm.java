package io.safehand.server.custody.imports.web;

import io.safehand.server.custody.imports.tables.Dialect;
import io.safehand.server.custody.imports.tables.TableSource;

/** What the form asks about another database, but its password. */
record TableForm(Dialect dialect, String host, int port, String database, TableSource.Tls tls, String user,
    String query, String key) {
  TableSource source() {
    return new TableSource(dialect, host.strip(), port, database.strip(), tls, user.strip(), query,
        key.strip());
  }

  @Override
  public String toString() {
    return "•••";
  }
}
