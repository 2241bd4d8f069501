package io.safehand.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * The same people by pgcrypto inside the database: a CSV COPY into a temporary table, then each record encrypted as one
 * message under one key for all, and a MAC for each of four searched columns, each with an index. Less than the product
 * does: no groups, no own keys, no commitment, no checks.
 */
final class Pgcrypto {
  private final Peers peers;

  Pgcrypto(Peers peers) throws SQLException {
    this.peers = peers;
    peers.execute("create extension if not exists pgcrypto");
  }

  /** How a record is encrypted. */
  enum Way {
    RAW("encrypt(convert_to(s::text, 'UTF8'), decode(repeat('5a', 32), 'hex'), 'aes')"),
    PGP("pgp_sym_encrypt(s::text, 'a pass phrase of some length')");

    private final String expression;

    Way(String expression) {
      this.expression = expression;
    }
  }

  double seconds(Path file, Way way) throws Exception {
    peers.prepare(Plaintext.table("bench.staged", file),
        "create table bench.sealed (sealed bytea, " + macs("tag_%s bytea") + ")");
    double seconds = Timing.seconds(() -> {
      peers.copyIn("bench.staged", "csv, header", file);
      seal(way);
    });
    peers.execute("drop schema bench cascade");
    return seconds;
  }

  private void seal(Way way) throws SQLException {
    try (Connection connection = peers.connect(); Statement statement = connection.createStatement()) {
      statement.execute("insert into bench.sealed select " + way.expression + ", "
          + macs("hmac(s.%s, 'a key', 'sha256')") + " from bench.staged as s");
      for (String column : Plaintext.SEARCHED) {
        statement.execute("create index on bench.sealed (tag_" + column + ")");
      }
    }
  }

  private static String macs(String each) {
    return Plaintext.SEARCHED.stream().map(each::formatted).collect(Collectors.joining(", "));
  }
}
