package io.safehand.cli;

import io.safehand.core.detect.files.Located;
import io.safehand.core.detect.files.ScanReport;
import io.safehand.core.json.Json;
import io.safehand.core.mask.Mask;
import io.safehand.core.person.Category;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Prints findings as the elements of one JSON array, one a line, as docs/formats/scan.md describes them. */
final class JsonFindings implements ScanReport {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Texts texts;
  private final Map<Category, Mask> masks = new EnumMap<>(Category.class);
  private boolean any;
  private long skipped;

  JsonFindings(PrintWriter out, PrintWriter err, Texts texts) {
    this.out = out;
    this.err = err;
    this.texts = texts;
  }

  @Override
  public void found(Located value) {
    Mask mask = masks.computeIfAbsent(value.category(), Mask::of);
    Json finding = Json.object()
        .with("file", value.file().toString())
        .with("line", value.line())
        .with("column", value.column())
        .with("type", value.category().code())
        .with("confidence", (long) value.confidence())
        .with("masked", mask.mask(value.value().exposed()));
    out.print(any ? ",\n" : "[\n");
    out.print(new String(finding.canonical(), StandardCharsets.UTF_8));
    any = true;
  }

  @Override
  public void skipped(Path file, String reason) {
    skipped++;
    err.println(texts.text("scan.skipped", file, texts.textOr("skipped." + reason, reason)));
  }

  /** Says how many files were skipped. */
  long end() {
    out.println(any ? "\n]" : "[]");
    return skipped;
  }
}
