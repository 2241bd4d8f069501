package io.safehand.core.custody.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-09", "2026/3/9", "20260309", "2026年3月9日", "3/9/2026", "03/09/2026"})
  void readsTheWaysPeopleWriteADay(String text) {
    assertThat(DateText.read(text)).contains(LocalDate.of(2026, 3, 9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "2026-13-01", "2026-02-30", "9.3.2026", "2026-3", "202603091", "4.6E+10",
    "2026-3-9-1", "-2026-3-9", "99999999999", "３/９/2026"})
  void guessesNothing(String text) {
    assertThat(DateText.read(text)).isEmpty();
  }
}
