package io.safehand.server.site.demo;

import io.safehand.core.rules.Reason;
import io.safehand.core.rules.Stage;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.start.Words;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One line a step, with counts and time; a bar that moves while a long step runs on a terminal. */
final class Telling {
  private static final long REDRAW_NANOS = 200_000_000;
  private static final int STEP_COLUMNS = 96;
  private static final int BAR = 30;
  private static final int FIRST_WIDE = 0x1100;

  private final PrintStream out;
  private final boolean terminal;
  private final Words words;
  private final Words reasons;
  private long lastShown = System.nanoTime();

  Telling(PrintStream out, boolean terminal, Words words) {
    this.out = out;
    this.terminal = terminal;
    this.words = words;
    this.reasons = words.ofPages(Disclosures.class);
  }

  boolean isOnTerminal() {
    return terminal;
  }

  void step(String key, Duration time, Object... places) {
    String what = words.text(key, places);
    print(what + " ".repeat(Math.max(1, STEP_COLUMNS - columns(what)))
        + String.format(Locale.ROOT, "%8.1f s", time.toMillis() / 1000.0));
  }

  void say(String key, Object... places) {
    print(words.text(key, places));
  }

  String text(String key, Object... places) {
    return words.text(key, places);
  }

  String reason(Reason reason) {
    return reasons.code("disclosure.reason", reason.code());
  }

  /** The stage as its people call it. */
  String stage(Stage stage) {
    return words.text("stage." + stage);
  }

  /** Counts by code, each code in words. */
  String codes(Map<String, Long> counts) {
    return counts.entrySet()
        .stream()
        .map(count -> reasons.code("disclosure.reason", count.getKey()) + " " + count.getValue())
        .collect(Collectors.joining(words.text("list.separator")));
  }

  /** Behind what it explains. */
  String inBrackets(String text) {
    return words.text("list.brackets", text);
  }

  /** Safe for many threads. */
  synchronized void progress(String key, long done, long of) {
    long now = System.nanoTime();
    if (terminal && now - lastShown > REDRAW_NANOS) {
      lastShown = now;
      out.print("\r\u001b[2K" + words.text(key) + bar(done, of) + String.format(Locale.ROOT, " %,d", done));
      out.flush();
    }
  }

  private static String bar(long done, long of) {
    if (of <= 0) {
      return "";
    }
    long share = Math.min(100, done * 100 / of);
    int full = Math.toIntExact(share * BAR / 100);
    return "  " + "█".repeat(full) + "░".repeat(BAR - full) + String.format(Locale.ROOT, " %3d %%", share);
  }

  private synchronized void print(String line) {
    out.println((terminal ? "\r\u001b[2K" : "") + line);
  }

  /** Chinese characters take two columns. */
  private static int columns(String text) {
    return text.chars().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
  }
}
