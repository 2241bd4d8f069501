package io.safehand.server.site.demo;

import io.safehand.core.custody.stored.SealedRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What every part of the story needs: the doors, who acts, and where it is told and counted. */
record Scene(Doors doors, DemoSettings settings, Telling telling, Summary summary, Cast seller, Cast buyer) {
  /** The folder of the papers. */
  Path out() {
    return Path.of(settings.out()).toAbsolutePath();
  }

  /** Tells a step with its time, and counts the time. */
  void step(String name, long startNanos, Object... places) {
    Duration time = Duration.ofNanos(System.nanoTime() - startNanos);
    summary.time(name, time);
    telling.step("step." + name, time, places);
  }

  /** The seller's customers in these leaf pages. */
  List<SealedRecord> people(int firstLeaf, int leaves) {
    return doors.vaults()
        .store(seller.company())
        .together(custody -> custody.records().inLeaves(firstLeaf, leaves));
  }

  String listed(Map<String, Long> reasons) {
    return explained(telling.codes(reasons));
  }

  /** What explains a count, behind it. */
  String explained(String by) {
    return by.isEmpty() ? "" : telling.inBrackets(by);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new StepFailed(what);
    }
  }
}
