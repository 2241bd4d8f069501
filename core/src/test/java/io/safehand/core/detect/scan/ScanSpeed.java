package io.safehand.core.detect.scan;

import io.safehand.core.json.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints megabytes a core-second of the scan and of java.util.regex, one pattern at a time, over the same Chinese text. Run
 * by hand: {@code ScanSpeed text.txt identifiers.json}; the text is repeated up to 30 MB, an identifier every 400 bytes.
 */
final class ScanSpeed {
  private static final int BYTES = 30_000_000;
  private static final String[] VALUES = {"13812345678", "11010519491231002X", "6222021234567891233",
    "lilei@example.com", "订单20231105123000123", "010-62345678", "1998"};

  public static void main(String[] arguments) throws IOException {
    byte[] text = text(Files.readString(Path.of(arguments[0])));
    String characters = new String(text, StandardCharsets.UTF_8);
    List<Pattern> patterns = new ArrayList<>();
    for (var each : ((Json.Array) Json.parse(Files.readAllBytes(Path.of(arguments[1])))).items()) {
      patterns.add(Pattern.compile(((Json.Object) each).text("regex")));
    }
    double scan = 0;
    for (int round = 0; round < 20; round++) {
      scan = Math.max(scan, scanned(text));
    }
    report("scan, 13 types", scan, scan);
    report("regex, 4 patterns", regex(characters, text.length,
        List.of(patterns.get(0), patterns.get(3), patterns.get(4), patterns.get(13))), scan);
    report("regex, all patterns", regex(characters, text.length, patterns), scan);
  }

  /** Processor time of this thread, so that a busy machine counts less. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void report(String what, double speed, double scan) {
    System.out.printf("%-22s %8.1f MB/s  %6.1f x%n", what, speed, scan / speed);
  }

  private static double scanned(byte[] text) {
    IdentifierScan scan = new IdentifierScan();
    int[] found = new int[1];
    long start = cpu();
    for (int from = 0; from < text.length; from += 1 << 20) {
      scan.scan(text, boundary(text, from), boundary(text, Math.min(text.length, from + (1 << 20))),
          (category, s, e, c) -> found[0]++);
    }
    double seconds = (cpu() - start) / 1e9;
    System.out.printf("%.0f ", text.length / 1e6 / seconds);
    return text.length / 1e6 / seconds;
  }

  private static int boundary(byte[] text, int at) {
    int i = at;
    while (i < text.length && (text[i] & 0xC0) == 0x80) {
      i++;
    }
    return i;
  }

  private static double regex(String text, int bytes, List<Pattern> patterns) {
    int found = 0;
    long start = cpu();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found++;
      }
    }
    System.out.println("found " + found);
    return bytes / 1e6 / ((cpu() - start) / 1e9);
  }

  private static byte[] text(String sample) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(BYTES / 3 + 1000);
    int at = 0;
    while (text.length() < BYTES / 3) {
      int end = Math.min(sample.length(), at + 133);
      text.append(sample, at, end).append('，').append(VALUES[random.nextInt(VALUES.length)]).append('。');
      at = end == sample.length() ? 0 : end;
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
