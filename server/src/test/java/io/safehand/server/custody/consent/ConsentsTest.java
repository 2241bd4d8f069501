package io.safehand.server.custody.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.ledger.LedgerKey;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Speaker;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.SampleCompany;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.start.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class ConsentsTest {
  private static final Purpose MARKETING = new Purpose("marketing");
  private static final Purpose PROFILING = new Purpose("profiling");
  private static final PersonId WANG = new PersonId(7, 1);
  private static final PersonId LI = new PersonId(-7, 2);
  @Autowired
  Consents consents;
  @Autowired
  ConsentNotices notices;
  @Autowired
  Access access;
  @Autowired
  Storage storage;
  @Autowired
  Clock clock;
  private SampleCompany company;
  private Account staff;

  @BeforeEach
  void people() {
    company = SampleCompany.in(access);
    staff = company.person("staff", Role.STAFF);
  }

  @Test
  void silenceIsNoAnswer() {
    assertThat(consents.answers(company.id(), List.of(WANG))).isEqualTo(Map.of(WANG, Map.of()));
    assertThatIllegalArgumentException().isThrownBy(
        () -> new ConsentEvent(MARKETING, Answer.UNKNOWN, ConsentMethod.SAVE, "x", Optional.empty()));
  }

  @Test
  void aWithdrawalCountsInTheNextRead() {
    say(WANG, ConsentEvent.given(MARKETING, ConsentMethod.ACCEPT, "form"));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
    say(WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.PHONE, "call"));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.WITHDRAWN);
    say(WANG, ConsentEvent.given(MARKETING, ConsentMethod.PAPER, "letter"));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
  }

  @Test
  void aWithdrawalCountsThoughTheClockWasSetBackBeforeIt() {
    say(WANG, ConsentEvent.given(MARKETING, ConsentMethod.ACCEPT, "form"));
    ((SettableClock) clock).advance(Duration.ofDays(-3));
    say(WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.PHONE, "call"));
    ((SettableClock) clock).advance(Duration.ofDays(3));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.WITHDRAWN);
  }

  @Test
  void whatIsSaidAfterAnImportCountsThoughTheClockWasSetBackBetween() {
    importAnswers(new ImportedAnswers(WANG, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN))));
    ((SettableClock) clock).advance(Duration.ofDays(-3));
    say(WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.PHONE, "call"));
    ((SettableClock) clock).advance(Duration.ofDays(3));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.WITHDRAWN);
  }

  @Test
  void importedAnswersStandUntilThePersonSpeaks() {
    importAnswers(
        new ImportedAnswers(WANG,
            Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN), PROFILING, StandingAnswer.of(Answer.REFUSED))),
        new ImportedAnswers(LI, Map.of(MARKETING, StandingAnswer.of(Answer.UNKNOWN))));
    say(WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.ACCEPT, "portal"));
    assertThat(consents.answers(company.id(), List.of(WANG, LI))).isEqualTo(
        Map.of(WANG, Map.of(MARKETING, Answer.WITHDRAWN, PROFILING, Answer.REFUSED), LI, Map.of()));
  }

  @Test
  void aLaterImportCountsMoreThanWhatWasSaidBefore() {
    say(WANG, ConsentEvent.given(MARKETING, ConsentMethod.ACCEPT, "form"));
    ((SettableClock) clock).advance(Duration.ofDays(1));
    importAnswers(new ImportedAnswers(WANG, Map.of(MARKETING, StandingAnswer.of(Answer.WITHDRAWN))));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.WITHDRAWN);
  }

  @Test
  void eachStateOfAPurposeIsDerived() {
    say(WANG, said(Answer.REQUESTED));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.REQUESTED);
    say(WANG, said(Answer.DEFERRED));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.DEFERRED);
    say(WANG, said(Answer.REFUSED));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.REFUSED);
    say(WANG, said(Answer.GIVEN));
    say(WANG, said(Answer.REQUESTED));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
    say(WANG, said(Answer.GIVEN));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.RENEWED);
  }

  @Test
  void aPaperOlderThanTheWithdrawalOpensNothing() {
    say(WANG, said(Answer.WITHDRAWN));
    say(WANG, paper(clock.instant().minus(Duration.ofDays(9))));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.WITHDRAWN);
    assertThatIllegalArgumentException().as("a paper of tomorrow")
        .isThrownBy(() -> say(WANG, paper(clock.instant().plus(Duration.ofDays(1)))));
  }

  @Test
  void anAnswerIsBoundToTheNoticeThatThePersonHad() {
    ConsentNotice first = publish("first", false);
    say(WANG, to(first));
    publish("better words", false);
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
    ConsentNotice third = publish("another use", true);
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.INVALIDATED);
    say(WANG, to(first));
    assertThat(answer(WANG, MARKETING)).as("an old letter").isEqualTo(Answer.INVALIDATED);
    say(WANG, to(third));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.RENEWED);
    assertThatExceptionOfType(NoticeUnknown.class)
        .isThrownBy(() -> say(WANG, paper(Optional.of(new ServedNotice("0".repeat(64), "zh", "")))));
  }

  @Test
  void noticesAreTheOfficersBusiness() {
    assertThatExceptionOfType(NotAllowed.class)
        .isThrownBy(() -> notices.publish(MARKETING, new ConsentNotices.Text("营销", "News"), true, staff));
  }

  private ConsentNotice publish(String text, boolean changed) {
    return notices.publish(MARKETING, new ConsentNotices.Text(text, text), changed,
        company.person("officer-" + text.replace(' ', '-'), Role.SELLER_OFFICER));
  }

  private static ConsentEvent to(ConsentNotice notice) {
    return paper(Optional.of(new ServedNotice(notice.sha256("en"), "en", "letter-1")));
  }

  private static ConsentEvent paper(Optional<ServedNotice> notice) {
    return ConsentEvent.given(MARKETING, ConsentMethod.PAPER, "form")
        .in(new Circumstances(Surface.STAFF, Speaker.PERSON, Expression.EXPLICITLY_EXPRESSED, true, notice,
            Optional.empty()));
  }

  private static ConsentEvent paper(Instant saidAt) {
    return ConsentEvent.given(MARKETING, ConsentMethod.PAPER, "form")
        .in(new Circumstances(Surface.STAFF, Speaker.PERSON, Expression.EXPLICITLY_EXPRESSED, true,
            Optional.empty(), Optional.of(saidAt)));
  }

  private static ConsentEvent said(Answer answer) {
    return new ConsentEvent(MARKETING, answer, ConsentMethod.PHONE, "call", Optional.empty());
  }

  @Test
  void aGivenAnswerRunsOut() {
    say(WANG, new ConsentEvent(MARKETING, Answer.GIVEN, ConsentMethod.ACCEPT, "form",
        Optional.of(clock.instant().plus(Duration.ofDays(30)))));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
    ((SettableClock) clock).advance(Duration.ofDays(30));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.EXPIRED);
  }

  @Test
  void anImportedAnswerRunsOutToo() {
    importAnswers(new ImportedAnswers(WANG,
        Map.of(MARKETING,
            new StandingAnswer(Answer.GIVEN, Optional.of(clock.instant().plus(Duration.ofDays(30)))),
            PROFILING, StandingAnswer.of(Answer.GIVEN))));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.GIVEN);
    ((SettableClock) clock).advance(Duration.ofDays(30));
    assertThat(answer(WANG, MARKETING)).isEqualTo(Answer.EXPIRED);
    assertThat(answer(WANG, PROFILING)).isEqualTo(Answer.GIVEN);
  }

  @Test
  void aGuardianConsentsAndTakesItBack() {
    importAnswers(new ImportedAnswers(LI, Map.of(), true));
    consents.recordGuardian(company.id(), WANG, Answer.GIVEN, ConsentMethod.PAPER, "form", staff);
    assertThat(consents.guarded(company.id(), List.of(WANG, LI))).containsExactlyInAnyOrder(WANG, LI);
    consents.recordGuardian(company.id(), WANG, Answer.WITHDRAWN, ConsentMethod.PHONE, "call", staff);
    assertThat(consents.guarded(company.id(), List.of(WANG, LI))).containsExactly(LI);
    assertThat(consents.answers(company.id(), List.of(WANG)).get(WANG)).isEmpty();
  }

  @Test
  void eachAnswerIsALineThatOnlyThePersonCanFind() {
    try (LedgerKey key = LedgerKey.of(new byte[32])) {
      consents.record(company.id(), WANG, ConsentEvent.given(MARKETING, ConsentMethod.ACCEPT, "form"), staff,
          key);
    }
    assertThat(storage.in(company.id(), () -> storage.jdbc().sql("""
        select convert_from(bytes, 'UTF8') from ledger.line where company_id = ?
           and convert_from(bytes, 'UTF8')::json ->> 'act' = 'consent.given'
        """).param(company.id().value()).query(String.class).single()))
        .contains("\"about\":", "\"purpose\":\"marketing\"")
        .doesNotContain(WANG.toString());
  }

  @Test
  void nothingIsLeftOfTheShredded() {
    importAnswers(new ImportedAnswers(WANG, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN))),
        new ImportedAnswers(LI, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN))));
    say(WANG, ConsentEvent.withdrawn(MARKETING, ConsentMethod.PHONE, "call"));
    consents.remove(company.id(), List.of(WANG));
    assertThat(consents.answers(company.id(), List.of(WANG)).get(WANG)).isEmpty();
    assertThat(answer(LI, MARKETING)).isEqualTo(Answer.GIVEN);
  }

  @Test
  void anImportThatDoesNotCommitLeavesNothing() {
    try {
      storage.run(company.id(), () -> {
        importAnswers(new ImportedAnswers(WANG, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN))));
        throw new IllegalStateException("stop");
      });
    } catch (IllegalStateException stopped) {
      assertThat(stopped).hasMessage("stop");
    }
    assertThat(consents.answers(company.id(), List.of(WANG)).get(WANG)).isEmpty();
  }

  @Test
  void manyAreImportedAndReadInPages() {
    UUID importId = consents.openImport(company.id(), "file", staff);
    List<PersonId> people = LongStream.range(0, 20_480)
        .mapToObj(n -> new PersonId(n * 0x9e3779b97f4a7c15L, n))
        .toList();
    for (int from = 0; from < people.size(); from += 4_096) {
      consents.addImported(company.id(), importId,
          people.subList(from, from + 4_096)
              .stream()
              .map(person -> new ImportedAnswers(person, Map.of(MARKETING, StandingAnswer.of(Answer.GIVEN))))
              .toList());
    }
    assertThat(consents.answers(company.id(), people.subList(0, 4_096)).values()).hasSize(4_096)
        .containsOnly(Map.of(MARKETING, Answer.GIVEN));
  }

  private void importAnswers(ImportedAnswers... people) {
    UUID importId = consents.openImport(company.id(), "file", staff);
    consents.addImported(company.id(), importId, List.of(people));
  }

  private void say(PersonId person, ConsentEvent event) {
    consents.record(company.id(), person, event, staff);
  }

  private Answer answer(PersonId person, Purpose purpose) {
    return consents.answers(company.id(), List.of(person))
        .getOrDefault(person, Map.of())
        .getOrDefault(purpose, Answer.UNKNOWN);
  }
}
