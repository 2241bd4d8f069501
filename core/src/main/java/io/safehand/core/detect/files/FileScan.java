package io.safehand.core.detect.files;

import io.safehand.core.detect.rows.SourceBytes;
import io.safehand.core.detect.text.TextEncoding;
import io.safehand.core.detect.text.Utf8Source;
import io.safehand.core.detect.text.DamagedFile;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.scan.IdentifierScan;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/**
 * Scans a file, or every file below a folder, in bounded memory whatever its size. Text in UTF-8, GB18030 and UTF-16
 * with a mark; in CSV files the name of a column counts as a label for its cells. Binary files are reported as skipped.
 * Symbolic links below a folder are not followed. Not for sharing between threads.
 */
public final class FileScan {
  private final IdentifierScan scan = new IdentifierScan();
  private final Checks checks = new Checks();
  private final int windowBytes;

  public FileScan() {
    this(TextScan.WINDOW);
  }

  FileScan(int windowBytes) {
    this.windowBytes = windowBytes;
  }

  public void scan(Path path, ScanReport report) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Files.walkFileTree(path, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() || file.equals(path)) {
          one(file, report);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        report.skipped(file, "file.denied");
        return FileVisitResult.CONTINUE;
      }
    });
  }

  private void one(Path file, ScanReport report) throws IOException {
    try (Utf8Source source = Utf8Source.open(SourceBytes.of(file), TextEncoding.of(SourceBytes.of(file)))) {
      scan.newDocument();
      new TextScan(file, source, scan, cells(file), report, windowBytes).run();
      report.read(file, source.bytes());
    } catch (DamagedFile damaged) {
      report.skipped(file, damaged.reason());
    } catch (AccessDeniedException denied) {
      report.skipped(file, "file.denied");
    }
  }

  private CsvCells cells(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean table = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab");
    return table ? CsvCells.of(checks) : CsvCells.none(checks);
  }
}
