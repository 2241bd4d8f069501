package io.safehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an import wrote, as files; and COPY of these files into tables of the same shape, with the indexes that the
 * product has at the end, built when the product builds them. It is what the database alone needs.
 */
final class SameBytes {
  private static final List<String> TABLES = List.of("record", "tag", "page");
  private final Peers peers;
  private final Path folder;

  SameBytes(Peers peers, Path folder) {
    this.peers = peers;
    this.folder = folder;
  }

  /** Keeps the rows of this company and removes them from the product's tables. */
  void take(Staffed company) throws SQLException, IOException {
    peers.copyOut("select * from records.record_" + company.suffix(), file("record"));
    peers.copyOut("select * from records.tag_" + company.suffix(), file("tag"));
    peers.copyOut("select * from keys.page where company_id = '" + company.company() + "'", file("page"));
    peers.execute("truncate records.record_" + company.suffix() + ", records.tag_" + company.suffix());
  }

  private Path file(String table) {
    return folder.resolve("same-" + table);
  }

  double seconds(int connections) throws Exception {
    peers.prepare("create table bench.record (like records.record including all)",
        "create index on bench.record (slot)", "create table bench.tag (like records.tag)",
        "create table bench.page (like keys.page including all)");
    double seconds = Timing.seconds(() -> {
      copy(connections);
      peers.execute("create index on bench.tag (tag)", "create index on bench.tag (person_id)",
          "analyze bench.tag", "analyze bench.record");
    });
    peers.execute("drop schema bench cascade");
    return seconds;
  }

  private void copy(int connections) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      List<Callable<Void>> copies = TABLES.stream().<Callable<Void>>map(table -> () -> {
        peers.copyIn("bench." + table, "binary", file(table));
        return null;
      }).toList();
      for (Future<Void> copy : threads.invokeAll(copies)) {
        copy.get();
      }
    }
  }

  /** How many bytes the rows are, without the database's own. */
  long size() throws IOException {
    long size = 0;
    for (String table : TABLES) {
      size += Files.size(file(table));
    }
    return size;
  }
}
