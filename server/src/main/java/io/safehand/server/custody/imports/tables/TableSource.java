package io.safehand.server.custody.imports.tables;

import io.safehand.core.json.Json;
import java.util.regex.Pattern;

/**
 * Where a seller's database is and what of it is read; never its password. Names may tell whose it is, so it is stored
 * sealed only and prints nothing.
 *
 * @param query a table's name, or one SELECT, joins and all; see {@link SelectText}
 * @param key the column of the query that is in every row and in no two the same: a whole number or a text
 */
public record TableSource(Dialect dialect, String host, int port, String database, Tls tls, String user,
    String query, String key) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
  private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_.$-]{1,128}");
  private static final int LONGEST_NAME = 128;

  /** How the way there is protected. */
  public enum Tls {
    /** The certificate is checked against the host's name. */
    VERIFIED,
    /** Encrypted, whoever answers. */
    ENCRYPTED,
    /** In clear: only to this machine itself. */
    OFF
  }

  /** Addresses are taken in parts, so that nothing can be smuggled into a driver's options. */
  public TableSource {
    boolean here = host.equals("127.0.0.1") || host.equals("localhost");
    if (!HOST.matcher(host).matches() || port < 1 || port > 65_535 || !DATABASE.matcher(database).matches()
        || user.isEmpty() || user.length() > LONGEST_NAME || key.isEmpty() || key.length() > LONGEST_NAME) {
      throw new TableRefused("source.address");
    }
    if (tls == Tls.OFF && !here) {
      throw new TableRefused("source.tls");
    }
  }

  public Json.Object json() {
    return Json.object()
        .with("dialect", dialect.name())
        .with("host", host)
        .with("port", port)
        .with("database", database)
        .with("tls", tls.name())
        .with("user", user)
        .with("query", query)
        .with("key", key);
  }

  public static TableSource parse(Json.Object json) {
    return new TableSource(Dialect.valueOf(json.text("dialect")), json.text("host"),
        (int) json.number("port"), json.text("database"), Tls.valueOf(json.text("tls")), json.text("user"),
        json.text("query"), json.text("key"));
  }

  @Override
  public String toString() {
    return "•••";
  }
}
