package io.safehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * Bytes on disk for each person after an import, everything that grew: rows, indexes, key pages, ledger, second place;
 * against the plaintext row alone, and against plaintext that can be searched by the same four values.
 */
final class BytesMeasure implements Measure {
  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Peers peers = ground.peers();
    Product product = ground.product();
    Path file = ground.customers().file(ground.people());
    Staffed company = Staffed.found(product);
    long before = size(peers, product);
    long people = company.take(file);
    Figures own = Figures.of((size(peers, product) - before) / (double) people);
    new Plaintext(peers).load(file);
    Figures row = Figures.of(relation(peers, "pg_relation_size") / (double) ground.people());
    Figures searched = Figures.of(relation(peers, "pg_total_relation_size") / (double) ground.people());
    report.line("bytes", "bytes/person", own, "plaintext row", row, Goal.atMost(2));
    report.line("bytes", "bytes/person", own, "plaintext row and four B-trees", searched, Goal.atMost(2));
  }

  private static long relation(Peers peers, String function) throws SQLException {
    return peers.number("select " + function + "('bench.plain')");
  }

  private static long size(Peers peers, Product product) throws SQLException, IOException {
    long tables = peers.number("select pg_database_size(current_database())");
    return tables + files(product.data().resolve("second")) + files(product.data().resolve("ledger"));
  }

  private static long files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
