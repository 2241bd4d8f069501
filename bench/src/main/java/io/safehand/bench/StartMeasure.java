package io.safehand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a server takes to its first page, on an empty data folder and on one that is there, and what memory it keeps
 * when nobody asks anything. The limits are for one quiet machine; a busy one spoils them.
 */
final class StartMeasure implements Measure {
  private static final double LIMIT_SECONDS = 5;
  private static final double LIMIT_ALONE = 350;
  private static final double LIMIT_WITH_DATABASE = 500;

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    int rounds = ground.rounds();
    double[][] figures = new double[5][rounds];
    for (int round = 0; round < rounds; round++) {
      Path data = Files.createTempDirectory(ground.customers().folder().toAbsolutePath(), "start-");
      try (OwnServer first = OwnServer.start(data)) {
        figures[0][round] = first.seconds();
      }
      try (OwnServer again = OwnServer.start(data)) {
        figures[1][round] = again.seconds();
        again.collectGarbage();
        figures[2][round] = again.heapMegabytes();
        figures[3][round] = again.megabytes();
        figures[4][round] = again.megabytesWithDatabase();
      }
    }
    line(report, "start to the first page, empty folder", "s", figures[0], LIMIT_SECONDS);
    line(report, "start to the first page, existing folder", "s", figures[1], LIMIT_SECONDS);
    line(report, "start, heap at rest", "MB", figures[2], LIMIT_ALONE);
    line(report, "start, memory at rest", "MB", figures[3], LIMIT_ALONE);
    line(report, "start, memory at rest with the database", "MB", figures[4], LIMIT_WITH_DATABASE);
  }

  private static void line(Report report, String name, String unit, double[] measured, double limit)
      throws IOException {
    report.line(name, unit, Figures.of(measured), "limit", Figures.of(limit), Goal.atMost(1));
  }
}
