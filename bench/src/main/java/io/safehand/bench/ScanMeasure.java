package io.safehand.bench;

import io.safehand.core.detect.files.FileScan;
import io.safehand.core.detect.files.Located;
import io.safehand.core.detect.files.ScanReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finding identifiers, names and addresses in a file of Chinese text, a number or so every 400 bytes, against
 * java.util.regex with four patterns one after the other over the same file. The scan knows thirteen types, checks
 * digits and says line and column; the patterns do not. Both are warm.
 */
final class ScanMeasure implements Measure {
  private static final int BYTES_A_PERSON = 100;
  private static final int PIECE = 130;
  private static final int WARMING = 12;
  private static final List<Pattern> PATTERNS = Stream.of("(?<![0-9])1[3-9][0-9]{9}(?![0-9])",
      "(?<![0-9])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9Xx])",
      "(?<![0-9])[3-6][0-9]{15,18}(?![0-9])",
      "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+").map(Pattern::compile).toList();
  private static final List<String> VALUES = List.of("13812345678", "11010519491231002X",
      "6222021234567891233", "lilei@example.com", "订单20231105123000123", "010-62345678", "1998");

  @Override
  public void measure(Ground ground, Report report) throws Exception {
    Path file = ground.customers().folder().resolve("prose.txt");
    Files.writeString(file, text(ground.people() * BYTES_A_PERSON / 3));
    for (int pass = 0; pass < WARMING; pass++) {
      scan(file);
      match(file);
    }
    double megabytes = Files.size(file) / 1e6;
    List<Figures> figures = Timing.inTurns(ground.rounds(),
        List.of(() -> megabytes / Timing.seconds(() -> scan(file)),
            () -> megabytes / Timing.seconds(() -> match(file))));
    report.line("scan Chinese text", "MB/s", figures.get(0), "java.util.regex, 4 patterns one at a time",
        figures.get(1), Goal.atLeast(8));
  }

  private static void scan(Path file) throws IOException {
    Counting found = new Counting();
    new FileScan().scan(file, found);
    found.require();
  }

  private static void match(Path file) throws IOException {
    Counting found = new Counting();
    String text = Files.readString(file);
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.count++;
      }
    }
    found.require();
  }

  private static String text(int characters) throws IOException {
    String prose = prose();
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(characters + 2 * PIECE);
    for (int at = 0; text.length() < characters; at = (at + PIECE) % (prose.length() - PIECE)) {
      text.append(prose, at, at + PIECE)
          .append('，')
          .append(VALUES.get(random.nextInt(VALUES.size())))
          .append('。');
    }
    return text.toString();
  }

  private static String prose() throws IOException {
    try (InputStream prose = Objects.requireNonNull(ScanMeasure.class.getResourceAsStream("prose.txt"))) {
      return new String(prose.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What is found is counted, so that finding cannot be left out. */
  private static final class Counting implements ScanReport {
    private long count;

    @Override
    public void found(Located value) {
      count++;
    }

    @Override
    public void skipped(Path file, String reason) {
      throw new IllegalStateException(reason);
    }

    void require() {
      if (count == 0) {
        throw new IllegalStateException("nothing was found");
      }
    }
  }
}
