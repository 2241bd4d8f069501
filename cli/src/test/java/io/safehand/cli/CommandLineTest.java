package io.safehand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void helpsInTheLanguageOfTheLocale() {
    Ran chinese = Ran.in(Locale.SIMPLIFIED_CHINESE, "--help");
    assertThat(chinese.code()).isZero();
    assertThat(chinese.out()).contains("用法：safehand", "命令：", "scan", "在文本和 CSV 文件中查找个人信息");
    Ran english = Ran.in(Locale.GERMANY, "--help");
    assertThat(english.out()).contains("Usage: safehand", "Commands:", "Find personal information");
    assertThat(Ran.in(Locale.SIMPLIFIED_CHINESE, "scan", "--help").out()).contains("--json", "以 JSON 列出");
  }

  @ParameterizedTest
  @CsvSource({"scna, scan", "inspct, inspect", "scan a.txt --jsn, --json",
    "inspect a.csv --inventroy x, --inventory"})
  void namesTheNearestKnownWord(String line, String near) {
    Ran ran = Ran.in(Locale.ENGLISH, line.split(" ", -1));
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains("Did you mean " + near + "?");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void refusesToRunWithoutACommandOrAPath() {
    assertThat(Ran.in(Locale.ENGLISH).code()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"demo --deal lease, --deal takes merger|equity.",
    "demo --customers many, --customers takes a whole number.",
    "demo --customers, --customers lacks what it takes: a whole number.", "scan, PATH is missing.",
    "export-evidence spring --out a.zip --server http://127.0.0.1, DEAL takes an id"})
  void saysWhatAnOptionTakes(String line, String words) {
    Ran ran = Ran.in(Locale.ENGLISH, line.split(" ", -1));
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).contains(words);
  }

  @Test
  void doesNotRepeatWhatMayBeAValue() {
    Ran ran = Ran.in(Locale.ENGLISH, "scan", "a.txt", "13812345678");
    assertThat(ran.code()).isEqualTo(64);
    assertThat(ran.err()).doesNotContain("13812345678").contains("a word too many");
  }
}
