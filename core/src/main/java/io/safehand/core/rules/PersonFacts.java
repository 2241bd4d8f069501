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
 * @param guardianConsents whether a guardian consented for a minor
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
    StandingAnswer standing = answers.get(purpose);
    return standing == null ? Answer.UNKNOWN : standing.answer();
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
