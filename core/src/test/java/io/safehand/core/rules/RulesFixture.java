package io.safehand.core.rules;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.InventoryFile;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A small inventory and a person in good order, to vary in the tests. */
final class RulesFixture {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final Purpose SERVICE = new Purpose("service");
  static final Purpose MARKETING = new Purpose("marketing");
  static final Inventory INVENTORY = InventoryFile.parse(
      """
          format: 1
          version: "1"
          purposes:
            - {purpose: service, zh: 服务, en: Service, travels: true, opens: {staff: masked, officer: full, keeper: full, adviser: pseudonym}}
            - {purpose: marketing, zh: 营销, en: Marketing, travels: true, opens: {staff: masked}}
            - {purpose: audit, zh: 审计, en: Audit, opens: {officer: full}}
          fields:
            - {field: name, category: name, group: identity, purposes: [service, audit], basis: contract, retention: P3Y, identity: true}
            - {field: email, category: email, group: contact, purposes: [service, marketing], basis: consent, retention: P1Y}
            - {field: notes, category: text, group: internal, purposes: [audit], basis: contract, retention: P3Y}
          """);

  private RulesFixture() {}

  static PersonFacts person(Map<Purpose, Answer> answers) {
    Map<Purpose, StandingAnswer> standing = new HashMap<>();
    answers.forEach((purpose, answer) -> standing.put(purpose, StandingAnswer.of(answer)));
    return new PersonFacts(standing, TODAY.minusMonths(2), false, false, false, false,
        Optional.of(TransferAnswer.NOTIFIED));
  }

  static PersonFacts answering(TransferAnswer answer) {
    PersonFacts person = person(Map.of(MARKETING, Answer.GIVEN));
    return new PersonFacts(person.answers(), person.activeOn(), false, false, false, false,
        Optional.of(answer));
  }

  static PersonFacts lastSeen(LocalDate day) {
    return new PersonFacts(Map.of(SERVICE, StandingAnswer.of(Answer.GIVEN)), day, false, false, false, false,
        Optional.of(TransferAnswer.NOTIFIED));
  }

  static PersonFacts minor(boolean guardianConsents) {
    return new PersonFacts(Map.of(SERVICE, StandingAnswer.of(Answer.GIVEN)), TODAY, true, guardianConsents,
        false, false, Optional.of(TransferAnswer.CONSENTED));
  }

  static PersonFacts restricted() {
    return new PersonFacts(Map.of(), TODAY.minusYears(9), false, false, true, false, Optional.empty());
  }

  static PersonFacts held() {
    return new PersonFacts(Map.of(), TODAY, false, false, false, true, Optional.of(TransferAnswer.NOTIFIED));
  }
}
