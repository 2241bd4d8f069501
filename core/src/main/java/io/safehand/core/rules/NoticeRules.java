package io.safehand.core.rules;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Form;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a person's address may be used to tell the person something.
 *
 * <p>Pure. A notice that law orders needs no purpose of the inventory; every other needs the purpose {@code notice}, open
 * to the officer in full. An address that rests on consent is used only while that consent stands.
 */
public final class NoticeRules {
  /** The purpose under which an inventory lets addresses be used for notices. */
  public static final Purpose NOTICE = new Purpose("notice");

  private final boolean ordered;
  private final boolean declared;

  /** @param ordered whether law orders the notice */
  public NoticeRules(Inventory inventory, boolean ordered) {
    this.ordered = ordered;
    this.declared = inventory.purpose(NOTICE)
        .filter(rule -> rule.opens().get(Audience.OFFICER) == Form.FULL)
        .isPresent();
  }

  /** Why the field stays closed; empty when it opens. */
  public Optional<Reason> refusal(FieldRule field, PersonFacts person, LocalDate today) {
    if (person.held()) {
      return Optional.of(Reason.STANDING);
    }
    if (person.restricted()) {
      return Optional.of(Reason.RESTRICTED);
    }
    if (today.isAfter(DisclosureRules.endOfRetention(field, person))) {
      return Optional.of(Reason.RETENTION_ENDED);
    }
    if (!ordered && !(declared && field.purposes().contains(NOTICE))) {
      return Optional.of(Reason.PURPOSE);
    }
    return field.basis() == Basis.CONSENT ? unconsented(field, person) : Optional.empty();
  }

  /** Consent to any purpose that the address serves is enough; without one, the first purpose's answer is the reason. */
  private static Optional<Reason> unconsented(FieldRule field, PersonFacts person) {
    List<Optional<Reason>> refusals = field.purposes().stream().sorted().map(person::consentRefusal).toList();
    return refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.getFirst();
  }
}
