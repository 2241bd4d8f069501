package io.safehand.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildhoodTest {
  @ParameterizedTest
  @CsvSource({"2012-11-23, 2026-11-22, true", "2012-11-23, 2026-11-23, true", "2012-11-23, 2026-11-24, false",
    "2012-02-29, 2026-02-28, true", "2012-02-29, 2026-03-01, true", "2012-02-29, 2026-03-02, false",
    "2026-11-23, 2026-11-23, true", "1950-01-01, 2026-11-23, false"})
  void aChildIsOneUpToAndWithTheFourteenthBirthday(LocalDate born, LocalDate today, boolean child) {
    assertThat(Childhood.isChild(born, today)).isEqualTo(child);
  }
}
