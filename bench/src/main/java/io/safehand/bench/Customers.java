package io.safehand.bench;

import io.safehand.server.site.demo.SampleCustomers;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Invented customers as CSV files, written before anything is timed. */
record Customers(Path folder) implements AutoCloseable {
  Path file(int count) throws IOException {
    Path file = folder.resolve("customers-" + count + ".csv");
    if (!Files.exists(file)) {
      try (Writer to = Files.newBufferedWriter(file)) {
        SampleCustomers.ofTheSample().write(count, to);
      }
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.newDirectoryStream(folder, "customers-*.csv")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
