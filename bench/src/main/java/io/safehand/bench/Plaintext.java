package io.safehand.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The CSV file as it is in a table, searchable by four columns: what somebody does who protects nothing. */
final class Plaintext {
  static final List<String> SEARCHED = List.of("customer_no", "resident_id", "credit_code", "mobile");
  private final Peers peers;

  Plaintext(Peers peers) {
    this.peers = peers;
  }

  double seconds(Path file) throws Exception {
    peers.prepare(table("bench.plain", file));
    double seconds = Timing.seconds(() -> {
      peers.copyIn("bench.plain", "csv, header", file);
      index();
    });
    peers.execute("drop schema bench cascade");
    return seconds;
  }

  /** Loads the file to stay. */
  void load(Path file) throws SQLException, IOException {
    peers.prepare(table("bench.plain", file));
    peers.copyIn("bench.plain", "csv, header", file);
    index();
    peers.execute("analyze bench.plain");
  }

  private void index() throws SQLException {
    peers.execute(SEARCHED.stream()
        .map(column -> "create index on bench.plain (" + column + ")")
        .toArray(String[]::new));
  }

  /** The statement for a table with a text column for each of the file. */
  static String table(String name, Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return Arrays.stream(lines.readLine().split(",", -1))
          .map(column -> column + " text")
          .collect(Collectors.joining(", ", "create table " + name + " (", ")"));
    }
  }
}
