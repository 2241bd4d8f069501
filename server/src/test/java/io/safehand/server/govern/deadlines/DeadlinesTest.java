package io.safehand.server.govern.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.CompanyId;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.runs.Rounds;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class DeadlinesTest {
  private static final Regime ANSWER = new Regime("test.answer", Regime.Origin.INTERNAL, Term.parse("WPT4H"),
      Term.parse("P1W"));
  private static final Set<String> STEPS = Set.of("deadline.warned", "deadline.missed", "deadline.escalated");
  @Autowired
  Deadlines deadlines;
  @Autowired
  Access access;
  @Autowired
  Rounds rounds;
  @Autowired
  Clock clock;
  @Autowired
  Ledger ledger;
  private CompanyId company;
  private Instant start;

  @BeforeEach
  void begin() {
    start = clock.instant();
    company = SampleCompany.in(access).id();
    at("2026-11-27T17:30");
  }

  @AfterEach
  void setTheClockBack() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void warnsAtFourFifthsThenIsMissedThenIsPassedOnEachOnce() {
    Deadline begun = deadlines.start(company, "case/1", ANSWER);
    assertThat(begun.dueAt()).isEqualTo(local("2026-11-30T13:30"));

    List<String> seen = taken(() -> {
      for (String time : List.of("2026-11-30T11:00", "2026-11-30T11:42", "2026-11-30T11:43",
          "2026-11-30T13:30", "2026-11-30T17:00", "2026-12-02T00:00", "2026-12-03T00:00")) {
        at(time);
        rounds.go();
        rounds.go();
      }
    });

    assertThat(seen).containsExactly("deadline.warned", "deadline.missed", "deadline.escalated");
    assertThat(only().isLate(clock.instant())).isTrue();
  }

  @Test
  void aServerThatStoodStillTakesEveryStepOnce() {
    deadlines.start(company, "case/1", ANSWER);
    assertThat(taken(() -> {
      at("2027-01-01T00:00");
      rounds.go();
    })).containsExactlyInAnyOrder("deadline.warned", "deadline.missed", "deadline.escalated");
  }

  @Test
  void aPauseTakesNothing() {
    deadlines.start(company, "case/1", ANSWER);
    at("2026-11-30T09:30");
    deadlines.pause(company, "case/1", "test.answer", "customer.awaited");
    assertThat(taken(() -> {
      at("2026-12-10T09:00");
      rounds.go();
    })).isEmpty();
    deadlines.resume(company, "case/1", "test.answer", "customer.answered");
    assertThat(only().dueAt()).isEqualTo(local("2026-12-10T12:00"));
  }

  @Test
  void whatIsMetIsSilent() {
    deadlines.start(company, "case/1", ANSWER);
    deadlines.meet(company, "case/1", "test.answer");
    assertThat(taken(() -> {
      at("2026-12-10T09:00");
      rounds.go();
    })).isEmpty();
    assertThat(only().state()).isEqualTo(Deadline.State.MET);
  }

  @Test
  void moreTimeIsCountedFromTheEndAndWarnsAgain() {
    deadlines.start(company, "case/1", ANSWER.within(Term.parse("P15W")));
    Instant end = only().dueAt();
    assertThat(end).isEqualTo(local("2026-12-19T00:00"));
    deadlines.extend(company, "case/1", "test.answer", Term.parse("P15W"), "request.complex");
    assertThat(only().dueAt()).isEqualTo(local("2027-01-12T00:00"));
    assertThat(taken(() -> {
      at("2026-12-19T00:00");
      rounds.go();
    })).containsExactly("deadline.warned");
  }

  @Test
  void oneThatCameFromAnotherHouseHasWhatWasLeft() {
    Deadline carried = deadlines.start(company, "case/1", ANSWER.within(Term.parse("P15W")),
        local("2026-11-20T09:00"));
    assertThat(carried.dueAt()).isEqualTo(local("2026-12-12T00:00"));
  }

  private Deadline only() {
    return deadlines.of(company, "case/1").getLast();
  }

  private void at(String local) {
    ((SettableClock) clock).set(local(local));
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  /** The steps that were taken while this was done, in their order. */
  private List<String> taken(Runnable work) {
    int before = steps().size();
    work.run();
    return steps().stream().skip(before).toList();
  }

  private List<String> steps() {
    ledger.sequence(company);
    return ledger.following(company, 0, 1_000)
        .stream()
        .map(LedgerEntry::act)
        .filter(STEPS::contains)
        .toList();
  }
}
