package io.safehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures the product and its peers on one machine in one run, and prints a JSON line for the machine and one for each
 * measure. Both use the same durable PostgreSQL; only ratios within a run mean anything.
 */
public final class Bench {
  private Bench() {}

  /** Ends the process whatever happened: what broke may have left threads. */
  public static void main(String[] arguments) {
    try {
      run(Options.parse(arguments), System.out::println);
      System.exit(0);
    } catch (Exception broken) {
      broken.printStackTrace();
      System.exit(1);
    }
  }

  static void run(Options options, Consumer<String> lines) throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
    try (Product product = Product.start(folder.toAbsolutePath())) {
      Report report = new Report(lines, options.rounds());
      try (Customers customers = new Customers(folder)) {
        Ground ground = new Ground(product, product.peers(), customers, options);
        report.machine(Machine.of(ground.peers()));
        for (Part part : options.parts()) {
          part.measure().measure(ground, report);
        }
      }
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
