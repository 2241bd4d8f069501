package io.safehand.server.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.start.YamlMembers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class WorkingCalendarTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final WorkingCalendar calendar = new WorkingCalendar(bundled(),
      List.of(new WorkingCalendar.Hours(LocalTime.of(9, 0), LocalTime.of(12, 0)),
          new WorkingCalendar.Hours(LocalTime.of(13, 0), LocalTime.of(18, 0))),
      ZONE);

  @ParameterizedTest
  @CsvSource({"2026-11-25,true", "2026-11-28,false", "2026-02-14,true", "2026-02-16,false",
    "2026-02-23,false", "2026-02-24,true", "2026-02-28,true", "2026-10-10,true", "2027-02-05,false",
    "2031-01-06,true"})
  void knowsTheDaysThatDifferFromTheWeek(LocalDate day, boolean worked) {
    assertThat(calendar.days().isWorked(day)).isEqualTo(worked);
  }

  @Test
  void saysWhichYearsMayStillChange() {
    assertThat(calendar.days().isAnnounced(2026)).isTrue();
    assertThat(calendar.days().isAnnounced(2027)).isFalse();
    assertThat(calendar.days().isAnnounced(2028)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2026-02-13T10:00,1,2026-02-15T00:00", "2026-02-14T23:59,1,2026-02-25T00:00",
    "2026-11-25T00:00,15,2026-12-17T00:00", "2026-12-31T12:00,1,2027-01-05T00:00",
    "2028-02-28T12:00,1,2028-03-01T00:00", "2026-09-18T12:00,1,2026-09-21T00:00"})
  void endsWithTheLastWorkingDay(LocalDateTime from, int days, LocalDateTime due) {
    assertThat(calendar.due(new Term.Days(days), at(from))).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-27T17:30,PT4H,2026-11-30T13:30", "2026-11-27T11:00,PT1H,2026-11-27T12:00",
    "2026-11-27T12:30,PT1H,2026-11-27T14:00", "2026-11-28T12:30,PT0S,2026-11-30T09:00",
    "2026-02-14T17:00,PT2H,2026-02-24T10:00"})
  void countsOpeningHoursOnly(LocalDateTime from, Duration work, LocalDateTime due) {
    assertThat(calendar.due(new Term.Worked(work), at(from))).isEqualTo(at(due));
  }

  @Test
  void plainTimeGoesOnAtNight() {
    Instant friday = at(LocalDateTime.parse("2026-11-27T17:30"));
    assertThat(calendar.due(new Term.Elapsed(Duration.ofHours(24)), friday))
        .isEqualTo(friday.plus(1, ChronoUnit.DAYS));
  }

  @Test
  void aPauseTakesNothingFromWhatIsLeft() {
    Random random = new Random(20_261_125);
    Instant begin = at(LocalDateTime.parse("2026-01-01T00:00"));
    for (int round = 0; round < 2_000; round++) {
      Instant from = begin.plusSeconds(random.nextInt(63_072_000));
      Term term = switch (random.nextInt(3)) {
        case 0 -> new Term.Days(random.nextInt(40));
        case 1 -> new Term.Worked(Duration.ofMinutes(random.nextInt(6_000)));
        default -> new Term.Elapsed(Duration.ofMinutes(random.nextInt(60_000)));
      };
      Instant due = calendar.due(term, from);
      Instant paused = from
          .plusSeconds((long) (random.nextDouble() * Duration.between(from, due).toSeconds()));
      Term left = calendar.left(term, paused, due);
      assertThat(calendar.due(left, paused)).as("%s from %s, paused at %s", term, from, paused)
          .isEqualTo(due);
      Instant resumed = paused.plusSeconds(random.nextInt(2_592_000));
      Instant later = calendar.due(left, resumed);
      assertThat(calendar.due(calendar.left(term, resumed, later), resumed)).isEqualTo(later);
    }
  }

  @Test
  void nothingIsLeftWhenItIsOver() {
    Instant due = at(LocalDateTime.parse("2026-11-27T17:30"));
    for (Term term : List.of(new Term.Days(0), new Term.Worked(Duration.ZERO),
        new Term.Elapsed(Duration.ZERO))) {
      assertThat(calendar.left(term, due.plusSeconds(1), due)).isEqualTo(term);
    }
  }

  @ParameterizedTest
  @CsvSource({"P15W", "WPT4H", "PT24H", "PT1H30M"})
  void aTermIsReadAsItIsWritten(String text) {
    assertThat(Term.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"15", "P-1W", "W", "PT-1H", "P9999W", "W15", "P15D5"})
  void anythingElseIsNoTerm(String text) {
    assertThatThrownBy(() -> Term.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"format: 2", "years: {}", "[]", "x: [",
    "format: 1\\nyears: {'2026': {}}",
    "format: 1\\nyears: {'2026': {source: a, announced: true, free: [2027-01-01], worked: []}}",
    "format: 1\\nyears: {'2026': {source: a, announced: true, free: [2026-01-01], worked: [2026-01-01]}}",
    "format: 1\\nyears: {'2026': {source: a, announced: true, free: [2026-13-01], worked: []}}",
    "format: 1\\nyears: {'2026': {source: a, announced: yes, free: [], worked: []}}"})
  void aFileThatIsNoCalendarIsRefused(String yaml) {
    assertThatThrownBy(() -> CalendarFile.parse(yaml.replace("\\n", "\n")))
        .isInstanceOf(YamlMembers.Malformed.class);
  }

  private static WorkingDays bundled() {
    try (var from = new ClassPathResource("calendar/cn.yaml").getInputStream()) {
      return CalendarFile.parse(new String(from.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(ZONE).toInstant();
  }
}
