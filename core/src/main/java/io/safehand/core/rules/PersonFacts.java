package io.safehand.core.rules;

import io.safehand.core.inventory.Purpose;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules need to know about a person; nothing of it is a value of a field.
 *
 * @param answers what the person answered, as it stands now, by purpose; a purpose that is absent is unknown
 * @param activeOn from when retention runs
 * @param minor under 14 when last seen
 * @param guardianConsents whether a guardian consented for a minor to every purpose that the minor consents to
 * @param restricted only what law orders kept is left (封存)
 * @param held whether the person is under a hold right now
 * @param transferAnswer what was said about the transfer
 */
public record PersonFacts(Map<Purpose, StandingAnswer> answers, LocalDate activeOn, boolean minor,
    boolean guardianConsents, boolean restricted, boolean held, Optional<TransferAnswer> transferAnswer) {
  public PersonFacts {
    answers = Map.copyOf(answers);
  }

  public Answer answer(Purpose purpose) {
    return standing(purpose).answer();
  }

  /** Why no consent carries the purpose; empty when one does. For a child it is a guardian's. */
  Optional<Reason> consentRefusal(Purpose purpose) {
    StandingAnswer standing = standing(purpose);
    if (minor && !guardianConsents && !standing.isGuardians()) {
      return Optional.of(Reason.GUARDIAN_MISSING);
    }
    return switch (standing.answer()) {
      case GIVEN, RENEWED -> Optional.empty();
      case UNKNOWN, REQUESTED, DEFERRED -> Optional.of(Reason.CONSENT_MISSING);
      case REFUSED -> Optional.of(Reason.CONSENT_REFUSED);
      case WITHDRAWN -> Optional.of(Reason.CONSENT_WITHDRAWN);
      case EXPIRED -> Optional.of(Reason.CONSENT_EXPIRED);
      case INVALIDATED -> Optional.of(Reason.CONSENT_INVALIDATED);
    };
  }

  private StandingAnswer standing(Purpose purpose) {
    return answers.getOrDefault(purpose, StandingAnswer.of(Answer.UNKNOWN));
  }

  /** The same person, with what was said about a transfer. */
  public PersonFacts answering(TransferAnswer answer) {
    return new PersonFacts(answers, activeOn, minor, guardianConsents, restricted, held, Optional.of(answer));
  }

  /** How the person took the notice of a transfer. */
  public enum TransferAnswer {
    NOT_NOTIFIED, NOTIFIED, CONSENTED, OBJECTED
  }
}
