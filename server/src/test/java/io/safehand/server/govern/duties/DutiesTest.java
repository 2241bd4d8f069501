package io.safehand.server.govern.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.runs.Rounds;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.govern.deadlines.Deadline;
import io.safehand.server.govern.deadlines.Deadlines;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class DutiesTest {
  private static final DutyProof RECORD = new DutyProof(Obligation.Form.RECORD, "0".repeat(64));
  @Autowired
  Duties duties;
  @Autowired
  Deadlines deadlines;
  @Autowired
  Standing standing;
  @Autowired
  Rounds rounds;
  @Autowired
  Access access;
  @Autowired
  Clock clock;
  private SampleCompany company;
  private Account officer;
  private Account staff;
  private Instant start;

  @BeforeEach
  void begin() {
    start = clock.instant();
    at("2026-11-25T10:00");
    company = SampleCompany.in(access);
    officer = company.person("officer", Role.SELLER_OFFICER);
    staff = company.person("staff", Role.STAFF);
  }

  @AfterEach
  void setTheClockBack() {
    ((SettableClock) clock).set(start);
  }

  @Test
  void dutiesOfTheNextWeeksAreThereOnceHoweverOftenTheyArePlanned() {
    ObligationId id = duties.begin(officer, monthly());
    rounds.go();
    rounds.go();
    assertThat(days(id)).containsExactly("2026-11-30", "2026-12-30");
    at("2027-01-31T10:00");
    rounds.go();
    assertThat(days(id)).containsExactly("2026-11-30", "2026-12-30", "2027-01-30", "2027-02-28");
  }

  @Test
  void anOverdueDutyHoldsUntilItIsDone() {
    duties.begin(officer, monthly());
    Duty duty = duties.open(company.id(), staff.id(), 10).getFirst();
    at("2026-12-04T23:59");
    rounds.go();
    assertThat(frozen()).isFalse();

    at("2026-12-05T00:00");
    rounds.go();
    rounds.go();

    assertThat(standing.on(company.id(), Subject.of(staff.id()))).singleElement()
        .satisfies(hold -> assertThat(hold.reason()).isEqualTo("duty.overdue"));
    assertThat(duties.done(staff, duty.id(), RECORD)).isEmpty();
    assertThat(frozen()).isFalse();
  }

  @Test
  void aDutyIsDoneByItsOwnerWithTheProofThatIsAskedFor() {
    duties.begin(officer, monthly());
    Duty duty = duties.open(company.id(), staff.id(), 10).getFirst();

    assertThat(duties.done(officer, duty.id(), RECORD)).hasValue(DutyRefused.NOT_YOURS);
    assertThat(duties.done(staff, duty.id(), new DutyProof(Obligation.Form.ATTESTATION, "done.as-said")))
        .hasValue(DutyRefused.PROOF);
    assertThat(duties.done(staff, duty.id(), RECORD)).isEmpty();
    assertThat(duties.done(staff, duty.id(), RECORD)).hasValue(DutyRefused.CLOSED);
    assertThat(deadlines.of(company.id(), duty.id().subject())).singleElement()
        .satisfies(deadline -> assertThat(deadline.state()).isEqualTo(Deadline.State.MET));
  }

  @Test
  void whatEndsTakesItsDutiesAndHoldsWithIt() {
    ObligationId id = duties.begin(officer, monthly());
    at("2026-12-06T00:00");
    rounds.go();
    assertThat(frozen()).isTrue();

    assertThat(duties.end(officer, id)).isTrue();

    assertThat(frozen()).isFalse();
    assertThat(duties.open(company.id(), staff.id(), 10)).isEmpty();
    assertThat(duties.end(officer, id)).isFalse();
    at("2027-06-01T00:00");
    rounds.go();
    assertThat(duties.of(company.id(), id)).hasSize(2);
  }

  @Test
  void afterItWasDoneTheNextComesSoMuchLater() {
    ObligationId id = duties.begin(officer, of(Schedule.parse("A/2026-11-30/P1Y")));
    Duty first = duties.open(company.id(), staff.id(), 10).getFirst();
    at("2026-12-02T09:00");
    duties.done(staff, first.id(), RECORD);
    at("2027-11-10T00:00");
    rounds.go();
    assertThat(days(id)).containsExactly("2026-11-30", "2027-12-02");
  }

  @Test
  void nobodyAnswersForWhatTheyDoThemselves() {
    assertThatThrownBy(
        () -> new Obligation("test.review", 8, Subject.of(company.id()), Set.of(staff.id()), staff.id(),
            Schedule.parse("2026-11-30"), Term.parse("P3W"), Obligation.Form.RECORD, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Obligation monthly() {
    return of(Schedule.parse("R/2026-11-30/P1M"));
  }

  private Obligation of(Schedule schedule) {
    return new Obligation("test.review", 8, Subject.of(company.id()), Set.of(staff.id()), officer.id(),
        schedule, Term.parse("P4W"), Obligation.Form.RECORD,
        Optional.of(new Obligation.Effect(Subject.of(staff.id()), "duty.overdue")));
  }

  private boolean frozen() {
    return standing.ask(company.id(), Hold.Effect.FREEZE, Subject.of(staff.id())).isPresent();
  }

  private List<String> days(ObligationId id) {
    return duties.of(company.id(), id).stream().map(Duty::day).map(LocalDate::toString).toList();
  }

  private void at(String local) {
    ((SettableClock) clock).set(LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
  }
}
