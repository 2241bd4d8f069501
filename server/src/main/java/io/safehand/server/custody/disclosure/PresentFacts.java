package io.safehand.server.custody.disclosure;

import io.safehand.core.custody.PeopleFacts;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.rules.PersonFacts;
import io.safehand.core.rules.StandingAnswer;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.custody.consent.Consents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Consent and standing as they are at this moment. */
record PresentFacts(CompanyId company, Consents consents, Standing standing) implements PeopleFacts {
  @Override
  public List<PersonFacts> of(List<SealedRecord> records) {
    List<PersonId> people = records.stream().map(SealedRecord::person).toList();
    Map<PersonId, Map<Purpose, StandingAnswer>> answers = consents.standing(company, people);
    List<PersonId> minors = records.stream()
        .filter(record -> record.facts().minor())
        .map(SealedRecord::person)
        .toList();
    Set<PersonId> guarded = minors.isEmpty() ? Set.of() : consents.guarded(company, minors);
    Set<PersonId> held = standing.heldAmong(company, Hold.Effect.FREEZE, people);
    return records.stream()
        .map(record -> facts(record, answers.getOrDefault(record.person(), Map.of()),
            guarded.contains(record.person()), held.contains(record.person())))
        .toList();
  }

  private static PersonFacts facts(SealedRecord record, Map<Purpose, StandingAnswer> answers, boolean guarded,
      boolean held) {
    return new PersonFacts(answers, record.facts().activeOn(), record.facts().minor(), guarded,
        record.facts().restricted(), held, Optional.empty());
  }
}
