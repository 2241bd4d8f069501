package io.safehand.cli;

import io.safehand.core.detect.files.Located;
import io.safehand.core.detect.files.ScanReport;
import io.safehand.core.person.Category;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Counts findings by type and prints a table. */
final class CountedFindings implements ScanReport {
  private static final int LIKELY = 70;
  private final PrintWriter err;
  private final Texts texts;
  private final Map<Category, Count> counts = new EnumMap<>(Category.class);
  private long files;
  private long bytes;
  private long skipped;

  private static final class Count {
    private long all;
    private long likely;
    private long files;
    private Path last = Path.of("");
  }

  CountedFindings(PrintWriter err, Texts texts) {
    this.err = err;
    this.texts = texts;
  }

  @Override
  public void found(Located value) {
    Count count = counts.computeIfAbsent(value.category(), category -> new Count());
    count.all++;
    count.likely += value.confidence() >= LIKELY ? 1 : 0;
    if (!value.file().equals(count.last)) {
      count.files++;
      count.last = value.file();
    }
  }

  @Override
  public void skipped(Path file, String reason) {
    skipped++;
    err.println(texts.text("scan.skipped", file, texts.textOr("skipped." + reason, reason)));
  }

  @Override
  public void read(Path file, long size) {
    files++;
    bytes += size;
  }

  /** Says how many files were skipped. */
  long print(PrintWriter out) {
    row(out, texts.text("scan.type"), texts.text("scan.count"), texts.text("scan.likely"),
        texts.text("scan.files"));
    counts.forEach(
        (category, count) -> row(out, category.code() + "  " + texts.textOr("type." + category.code(), ""),
            String.valueOf(count.all), String.valueOf(count.likely), String.valueOf(count.files)));
    out.println(texts.text("scan.total", String.valueOf(files), String.valueOf(bytes / 1024),
        String.valueOf(skipped)));
    return skipped;
  }

  private static void row(PrintWriter out, String type, String count, String likely, String files) {
    out.println(new Padded(type).to(34) + new Padded(count).from(12) + new Padded(likely).from(12)
        + new Padded(files).from(10));
  }
}
