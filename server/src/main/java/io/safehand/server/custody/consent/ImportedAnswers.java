package io.safehand.server.custody.consent;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.StandingAnswer;
import java.util.Map;

/**
 * What a file or a package says that a person answered; a purpose that is absent is unknown.
 *
 * @param guardian whether a guardian consented for a minor
 */
public record ImportedAnswers(PersonId person, Map<Purpose, StandingAnswer> answers, boolean guardian) {
  public ImportedAnswers {
    answers = Map.copyOf(answers);
  }

  public ImportedAnswers(PersonId person, Map<Purpose, StandingAnswer> answers) {
    this(person, answers, false);
  }
}
