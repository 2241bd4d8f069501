package io.safehand.core.detect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text makes the scan look at the same characters again and again: counted, not timed. */
class ScanWorkTest {
  private static final int LENGTH = 60_000;
  private static final int MOST_LOOKS_A_BYTE = 130;

  @ParameterizedTest
  @ValueSource(strings = {"1", "0123456789", "@", "\"", "中文没有空格", "1 ", "vx", "微信:", "138-", "a@a.", "(",
    "王小", "1.", "号1号", "信", "x:", "姓名", "姓名 ", "路1号", "86-", "·买", "a", "a1", "信a", "地址:路", "转1", "010-"})
  void looksAtFourTimesTheTextFourTimesAsOften(String unit) {
    long once = looks(unit, LENGTH);
    long fourTimes = looks(unit, 4 * LENGTH);
    assertThat(fourTimes).isLessThan(once * 5 + 1000);
    assertThat(fourTimes).isLessThan(4L * LENGTH * MOST_LOOKS_A_BYTE);
  }

  private static long looks(String unit, int bytes) {
    byte[] text = unit.repeat(bytes / unit.getBytes(StandardCharsets.UTF_8).length)
        .getBytes(StandardCharsets.UTF_8);
    IdentifierScan scan = new IdentifierScan();
    scan.scan(text, 0, text.length,
        (category, start, end, confidence) -> assertThat(end).isGreaterThan(start));
    return scan.looks();
  }
}
