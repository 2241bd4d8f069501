package io.safehand.server.govern.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({"R/2026-01-31/P1M,2026-05-31,2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31",
    "R/2024-02-29/P1Y,2028-12-31,2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29",
    "R/2026-12-30/P1D,2027-01-02,2026-12-30 2026-12-31 2027-01-01 2027-01-02",
    "R/2026-11-30/P3M,2027-08-31,2026-11-30 2027-02-28 2027-05-30 2027-08-30",
    "2026-12-31,2027-01-01,2026-12-31", "2026-12-31,2026-12-30,''", "A/2026-12-31/P1Y,2027-01-01,2026-12-31"})
  void fallsOnTheDaysOneExpects(String schedule, LocalDate last, String days) {
    assertThat(Schedule.parse(schedule).until(last, Optional.empty(), Optional.empty()))
        .map(LocalDate::toString)
        .isEqualTo(days.isEmpty() ? List.of() : List.of(days.split(" ")));
  }

  @Test
  void afterItWasDoneItComesBackSoMuchLater() {
    Schedule yearly = Schedule.parse("A/2026-03-01/P1Y");
    assertThat(yearly.until(LocalDate.parse("2027-04-15"), Optional.empty(),
        Optional.of(LocalDate.parse("2026-04-15")))).containsExactly(LocalDate.parse("2027-04-15"));
    assertThat(yearly.until(LocalDate.parse("2027-04-14"), Optional.empty(),
        Optional.of(LocalDate.parse("2026-04-15")))).isEmpty();
  }

  @Test
  void askedBitByBitItSaysTheSameAsAskedAtOnce() {
    Random random = new Random(42);
    for (int round = 0; round < 300; round++) {
      LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
      Schedule schedule = Schedule
          .parse("R/" + first + "/P" + (1 + random.nextInt(5)) + "DWMY".charAt(random.nextInt(4)));
      LocalDate last = first.plusDays(random.nextInt(1_500));
      List<LocalDate> bits = new ArrayList<>();
      Optional<LocalDate> planned = Optional.empty();
      for (LocalDate at = first.minusDays(3); at.isBefore(last); at = at.plusDays(1 + random.nextInt(90))) {
        bits.addAll(schedule.until(at, planned, Optional.empty()));
        planned = Optional.of(at);
      }
      bits.addAll(schedule.until(last, planned, Optional.empty()));
      assertThat(bits).as("%s to %s", schedule, last)
          .isEqualTo(schedule.until(last, Optional.empty(), Optional.empty()))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-01-31", "R/2026-01-31/P1M", "A/2026-01-31/P1Y"})
  void isReadAsItIsWritten(String text) {
    assertThat(Schedule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "R/2026-01-31", "R/2026-01-31/P0D", "R/2026-01-31/P-1D",
    "B/2026-01-31/P1D", "R/2026-01-31/PT1H", "R/2026-01-31/P1D/x"})
  void anythingElseIsNone(String text) {
    assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
