package io.safehand.server.site.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.detect.text.DamagedFile;
import io.safehand.server.start.ExitCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A demonstration that stops says one line with a code. */
class StoppedTest {
  private static final Path OUT = Path.of("out");

  @Test
  void aDamagedFileIsNamedByWhatAndWhere() {
    Stopped stopped = Stopped.by(DamagedFile.atRow("csv.quote.unclosed", 7), OUT, Locale.ENGLISH);
    assertThat(stopped.code()).isEqualTo(ExitCode.DATA);
    assertThat(stopped.line()).contains("never closes", "row 7");
  }

  @Test
  void rowsThatWereAllRejectedAreCountedByReason() {
    TreeMap<String, Long> reasons = new TreeMap<>();
    reasons.put("customer_no:value.missing", 20L);
    Stopped stopped = Stopped.by(new NobodyImported(reasons), OUT, Locale.ENGLISH);
    assertThat(stopped.code()).isEqualTo(ExitCode.DATA);
    assertThat(stopped.line()).contains("customer_no:value.missing 20", "rejected.csv");
  }

  @Test
  void aStepThatDoesNotHoldIsNoFaultOfTheProgram() {
    assertThat(Stopped.by(new StepFailed("moved and excluded"), OUT, Locale.ENGLISH).code())
        .isEqualTo(ExitCode.BAD);
  }

  /** Messages of exceptions may quote what they failed on. */
  @Test
  void whatIsNotForeseenIsNamedWithoutItsMessage() {
    Stopped stopped = Stopped.by(new IllegalArgumentException("13800138000"), OUT, Locale.ENGLISH);
    assertThat(stopped.code()).isEqualTo(ExitCode.OUR_FAULT);
    assertThat(stopped.line()).contains("IllegalArgumentException").doesNotContain("138");
  }
}
