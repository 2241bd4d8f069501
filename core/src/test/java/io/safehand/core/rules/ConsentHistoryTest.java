package io.safehand.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConsentHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void silenceIsUnknown() {
    assertThat(ConsentHistory.SILENT.at(NOW).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aSecondYesRenewsAndOneAfterANoIsNew() {
    assertThat(stands(yes(0), yes(1))).isEqualTo(Answer.RENEWED);
    assertThat(stands(yes(0), no(1, Answer.WITHDRAWN), yes(2))).isEqualTo(Answer.GIVEN);
    assertThat(stands(yes(0), said(1, Answer.EXPIRED), yes(2))).isEqualTo(Answer.RENEWED);
  }

  @Test
  void askingNeverClosesWhatStands() {
    assertThat(stands(yes(0), said(1, Answer.REQUESTED))).isEqualTo(Answer.GIVEN);
    assertThat(stands(yes(0), said(1, Answer.DEFERRED))).isEqualTo(Answer.GIVEN);
    assertThat(stands(said(0, Answer.REQUESTED), said(1, Answer.DEFERRED))).isEqualTo(Answer.DEFERRED);
    assertThat(stands(no(0, Answer.REFUSED), said(1, Answer.REQUESTED))).isEqualTo(Answer.REQUESTED);
  }

  @Test
  void anOlderYesThatIsRecordedLaterOpensNothing() {
    assertThat(stands(no(5, Answer.WITHDRAWN), dated(9, 4))).isEqualTo(Answer.WITHDRAWN);
    assertThat(stands(no(5, Answer.WITHDRAWN), dated(9, 6))).isEqualTo(Answer.GIVEN);
  }

  @Test
  void ofTwoAnswersAtOneMomentTheOneRecordedLastStands() {
    assertThat(stands(yes(0), no(0, Answer.WITHDRAWN))).isEqualTo(Answer.WITHDRAWN);
    assertThat(stands(no(0, Answer.WITHDRAWN), yes(0))).isEqualTo(Answer.GIVEN);
  }

  @Test
  void aClockThatWasSetBackReopensNothing() {
    assertThat(stands(yes(0), no(-9, Answer.WITHDRAWN))).isEqualTo(Answer.WITHDRAWN);
    Said month = new Said(new StandingAnswer(Answer.GIVEN, Optional.of(at(30))), 0, at(0), Optional.empty());
    ConsentHistory expired = of(month, said(31, Answer.DEFERRED));
    assertThat(expired.at(at(1)).answer().opens()).isFalse();
    assertThat(of(month).at(at(30)).answer()).isEqualTo(Answer.EXPIRED);
  }

  @Test
  void aNoticeOfAnotherMeaningInvalidatesWhatWasSaidToOlderOnes() {
    ConsentHistory given = ConsentHistory.SILENT.then(to(1, 0)).meaning(2);
    assertThat(given.at(NOW).answer()).isEqualTo(Answer.INVALIDATED);
    assertThat(given.then(to(1, 1)).at(NOW).answer()).as("an old letter").isEqualTo(Answer.INVALIDATED);
    assertThat(given.then(said(1, Answer.REQUESTED)).at(NOW).answer()).isEqualTo(Answer.REQUESTED);
    assertThat(given.then(to(2, 1)).at(NOW).answer()).isEqualTo(Answer.RENEWED);
    assertThat(given.then(no(1, Answer.WITHDRAWN)).at(NOW).answer()).isEqualTo(Answer.WITHDRAWN);
  }

  @Test
  void theChildsOwnYesDoesNotReplaceTheGuardians() {
    StandingAnswer guardians = new StandingAnswer(Answer.GIVEN, Optional.of(at(30)), Speaker.GUARDIAN);
    ConsentHistory history = of(new Said(guardians, 0, at(0), Optional.empty()), yes(1));
    assertThat(history.at(at(2))).isEqualTo(guardians);
    assertThat(history.then(no(3, Answer.WITHDRAWN)).at(at(4)).answer()).isEqualTo(Answer.WITHDRAWN);
  }

  /** In any order of events: the state is what a slow reading of the list from its end says. */
  @Test
  void theStateIsThatOfANaiveModelInEveryOrder() {
    Random random = new Random(27560);
    for (int round = 0; round < 20_000; round++) {
      List<Said> all = new ArrayList<>();
      List<Long> meanings = new ArrayList<>();
      long meaning = 0;
      ConsentHistory history = ConsentHistory.SILENT;
      for (int i = random.nextInt(9); i > 0; i--) {
        if (random.nextInt(6) == 0) {
          meaning++;
          history = history.meaning(meaning);
        }
        Said said = random(random);
        all.add(said);
        meanings.add(meaning);
        history = history.then(said);
      }
      if (random.nextInt(4) == 0) {
        meaning++;
        history = history.meaning(meaning);
      }
      Instant now = at(random.nextInt(60));
      assertThat(history.at(now).answer()).as("round " + round)
          .isEqualTo(new NaiveConsent(all, meanings).at(now, meaning));
    }
  }

  private static Said random(Random random) {
    Answer[] kinds = {Answer.REQUESTED, Answer.DEFERRED, Answer.REFUSED, Answer.GIVEN, Answer.GIVEN,
      Answer.GIVEN, Answer.WITHDRAWN};
    int day = random.nextInt(40);
    Answer answer = kinds[random.nextInt(kinds.length)];
    Optional<Instant> until = random.nextInt(3) == 0
        ? Optional.of(at(day + random.nextInt(20)))
        : Optional.empty();
    Optional<Instant> earlier = random.nextInt(4) == 0
        ? Optional.of(at(day - random.nextInt(20)))
        : Optional.empty();
    return new Said(new StandingAnswer(answer, until), random.nextInt(3), at(day), earlier);
  }

  private static Answer stands(Said... said) {
    return of(said).at(NOW).answer();
  }

  private static ConsentHistory of(Said... said) {
    ConsentHistory history = ConsentHistory.SILENT;
    for (Said each : said) {
      history = history.then(each);
    }
    return history;
  }

  private static Instant at(int day) {
    return NOW.plus(Duration.ofDays(day));
  }

  private static Said yes(int day) {
    return said(day, Answer.GIVEN);
  }

  private static Said no(int day, Answer answer) {
    return said(day, answer);
  }

  private static Said to(long notice, int day) {
    return new Said(StandingAnswer.of(Answer.GIVEN), notice, at(day), Optional.empty());
  }

  private static Said dated(int day, int earlier) {
    return new Said(StandingAnswer.of(Answer.GIVEN), 0, at(day), Optional.of(at(earlier)));
  }

  private static Said said(int day, Answer answer) {
    return new Said(StandingAnswer.of(answer), 0, at(day), Optional.empty());
  }
}
