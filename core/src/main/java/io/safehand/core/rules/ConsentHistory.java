package io.safehand.core.rules;

import java.time.Instant;

/**
 * Where a person stands on one purpose after everything that was said, in the order in which it was recorded.
 *
 * <p>Pure. A no closes whenever it is recorded. A yes opens unless it was said before the last no, or to a notice whose
 * meaning has changed since. Asking never closes what stands. A guardian's yes is not replaced by the child's own. Times
 * that are recorded already are not undone by a clock that was set back.
 *
 * @param answer what counts of what was said
 * @param notice the number of the notice that it was said to
 * @param meaning the number of the newest notice that changed what the purpose means
 * @param consented whether the last thing besides asking was a yes, so that another is a renewal
 * @param closed when the last no was said
 * @param latest the latest time that was recorded
 */
public record ConsentHistory(StandingAnswer answer, long notice, long meaning, boolean consented,
    Instant closed, Instant latest) {
  /** Of somebody who said nothing. */
  public static final ConsentHistory SILENT = new ConsentHistory(StandingAnswer.of(Answer.UNKNOWN), 0, 0,
      false, Instant.MIN, Instant.MIN);

  /** The same once a notice of this number has changed what the purpose means. */
  public ConsentHistory meaning(long number) {
    return new ConsentHistory(answer, notice, Math.max(meaning, number), consented, closed, latest);
  }

  /** The same after this was said. */
  public ConsentHistory then(Said said) {
    return switch (said.answer().answer()) {
      case UNKNOWN -> heard(said);
      case REQUESTED, DEFERRED -> at(said.recorded()).answer().opens() ? heard(said) : asked(said);
      case GIVEN, RENEWED -> counts(said) ? given(said) : heard(said);
      case REFUSED, WITHDRAWN, EXPIRED, INVALIDATED -> new ConsentHistory(said.answer(), said.notice(),
          meaning, isOver(said.answer().answer()), said.at(), later(said));
    };
  }

  /** What the person's answer is at this moment. */
  public StandingAnswer at(Instant now) {
    if (answer.answer().opens() && notice < meaning) {
      return answer.as(Answer.INVALIDATED);
    }
    return answer.at(now.isBefore(latest) ? latest : now);
  }

  private boolean counts(Said said) {
    boolean late = said.earlier().filter(at -> at.isBefore(closed)).isPresent();
    boolean guardians = at(said.recorded()).answer().opens() && answer.isGuardians();
    return !late && (!guardians || said.answer().isGuardians());
  }

  private ConsentHistory given(Said said) {
    StandingAnswer given = consented ? said.answer().as(Answer.RENEWED) : said.answer();
    return new ConsentHistory(given, said.notice(), meaning, true, closed, later(said));
  }

  private ConsentHistory asked(Said said) {
    return new ConsentHistory(said.answer(), said.notice(), meaning, consented, closed, later(said));
  }

  private ConsentHistory heard(Said said) {
    return new ConsentHistory(answer, notice, meaning, consented, closed, later(said));
  }

  /** Whether it was a yes that ended by itself, as other files and packages report it. */
  private static boolean isOver(Answer answer) {
    return answer == Answer.EXPIRED || answer == Answer.INVALIDATED;
  }

  private Instant later(Said said) {
    return said.recorded().isAfter(latest) ? said.recorded() : latest;
  }
}
