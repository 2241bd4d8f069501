package io.safehand.server.base.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.server.SafehandTest;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class StandingTest {
  private static final PersonId PERSON = new PersonId(4, 5);
  @Autowired
  Standing standing;
  @Autowired
  Clock clock;
  private final CompanyId company = new CompanyId(UUID.randomUUID());

  @Test
  void whatIsNotHeldMayGoOn() {
    assertThat(standing.ask(company, Hold.Effect.FREEZE, Subject.of(PERSON), Subject.of(company))).isEmpty();
  }

  @Test
  void oneHoldOnAnySubjectIsEnough() {
    standing.place(company, Placing.freeze(Subject.of(company), "incident.freeze", "incidents"), "security");
    assertThat(standing.ask(company, Hold.Effect.FREEZE, Subject.of(PERSON), Subject.of(company)))
        .map(Hold::reason)
        .contains("incident.freeze");
  }

  @Test
  void aHoldThatKeepsDoesNotFreeze() {
    standing.place(company, Placing.keep(Subject.of(PERSON), "dispute.open", "cases"), "lawyer");
    assertThat(standing.ask(company, Hold.Effect.FREEZE, Subject.of(PERSON))).isEmpty();
    assertThat(standing.ask(company, Hold.Effect.KEEP, Subject.of(PERSON))).isPresent();
  }

  @Test
  void aLiftedHoldIsOverAndCannotBeLiftedTwice() {
    UUID hold = standing.place(company, Placing.freeze(Subject.of(PERSON), "training.lapsed", "training"),
        "planner");
    assertThat(standing.lift(company, hold, "security")).isTrue();
    assertThat(standing.lift(company, hold, "security")).isFalse();
    assertThat(standing.on(company, Subject.of(PERSON))).isEmpty();
  }

  @Test
  void aHoldEndsByTheClock() {
    standing.place(company, Placing.freeze(Subject.of(PERSON), "incident.freeze", "incidents")
        .until(clock.instant().plus(Duration.ofDays(3))), "security");
    assertThat(standing.ask(company, Hold.Effect.FREEZE, Subject.of(PERSON))).isPresent();
    ((SettableClock) clock).advance(Duration.ofDays(3));
    assertThat(standing.ask(company, Hold.Effect.FREEZE, Subject.of(PERSON))).isEmpty();
  }

  @Test
  void manyPeopleAreAskedAboutAtOnce() {
    standing.place(company, Placing.keep(Subject.of(PERSON), "dispute.open", "cases"), "lawyer");
    assertThat(standing.heldAmong(company, Hold.Effect.KEEP, List.of(new PersonId(9, 9), PERSON)))
        .containsExactly(PERSON);
  }

  @Test
  void holdsOfOneCompanyDoNotReachAnother() {
    standing.place(company, Placing.freeze(Subject.of(PERSON), "incident.freeze", "incidents"), "security");
    assertThat(standing.ask(new CompanyId(UUID.randomUUID()), Hold.Effect.FREEZE, Subject.of(PERSON)))
        .isEmpty();
  }

  @Test
  void aReasonIsACodeNotASentence() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Placing.freeze(Subject.of(PERSON), "张三 called", "cases"));
  }
}
