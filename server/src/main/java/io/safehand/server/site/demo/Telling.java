package io.safehand.server.site.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line a step, with counts and time; a line that moves while a long step runs on a terminal. */
final class Telling {
  private static final long STEP_NANOS = 200_000_000;

  private final PrintStream out;
  private final boolean terminal;
  private long lastShown = System.nanoTime();

  Telling(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void step(String what, Duration time) {
    clearLine();
    out.println(String.format(Locale.ROOT, "%-96s %8.1f s", what, time.toMillis() / 1000.0));
  }

  void say(String what) {
    clearLine();
    out.println(what);
  }

  /** Safe for many threads. */
  synchronized void progress(String what, long done, long of) {
    long now = System.nanoTime();
    if (terminal && now - lastShown > STEP_NANOS) {
      lastShown = now;
      String share = of > 0 ? String.format(Locale.ROOT, " %3d %%", Math.min(100, done * 100 / of)) : "";
      out.print("\r\u001b[2K" + what + ": " + String.format(Locale.ROOT, "%,d", done) + share);
      out.flush();
    }
  }

  private void clearLine() {
    if (terminal) {
      out.print("\r\u001b[2K");
    }
  }
}
