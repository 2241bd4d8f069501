package io.safehand.core.rules;

import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.GroupName;
import io.safehand.core.rules.Move.Excluded;
import io.safehand.core.rules.Move.Moved;
import io.safehand.core.rules.PersonFacts.TransferAnswer;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who moves to the buyer, and with which field groups.
 *
 * <p>Pure. A group is one message under one key, so it travels only when every field in it may: a field may
 * when the buyer continues one of its purposes, its retention has not ended, and its basis reaches the buyer.
 */
public final class TransferRules {
  private final TransferTerms terms;
  private final Map<GroupName, List<FieldRule>> groups;
  private final Set<Purpose> continued;

  public TransferRules(Inventory inventory, TransferTerms terms) {
    this.terms = terms;
    this.groups = inventory.groups()
        .stream()
        .collect(Collectors.toUnmodifiableMap(group -> group, inventory::fieldsOf));
    this.continued = inventory.purposes()
        .stream()
        .filter(rule -> rule.travels())
        .map(rule -> rule.purpose())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the person moves, given the groups that hold anything of them. */
  public Move decide(Set<GroupName> held, PersonFacts person, LocalDate today) {
    Optional<Reason> stays = staysBehind(person);
    if (stays.isPresent()) {
      return new Excluded(stays.get());
    }
    Set<GroupName> travelling = new LinkedHashSet<>();
    Reason firstRefusal = Reason.BASIS_DOES_NOT_REACH;
    for (GroupName group : held) {
      Optional<Reason> refusal = refusal(groups.getOrDefault(group, List.of()), person, today);
      if (refusal.isEmpty()) {
        travelling.add(group);
      } else if (refusal.get() == Reason.RETENTION_ENDED) {
        firstRefusal = Reason.RETENTION_ENDED;
      }
    }
    return travelling.isEmpty() ? new Excluded(firstRefusal) : new Moved(travelling);
  }

  private Optional<Reason> staysBehind(PersonFacts person) {
    TransferAnswer answer = person.transferAnswer().orElse(TransferAnswer.NOT_NOTIFIED);
    return switch (terms.path()) {
      case NOTHING_MOVES -> Optional.of(Reason.STAGE);
      case SUCCESSION_22 -> Optional.ofNullable(person.held()
          ? Reason.STANDING
          : answer == TransferAnswer.OBJECTED && terms.excludeObjectors()
              ? Reason.OBJECTED
              : answer == TransferAnswer.NOT_NOTIFIED && terms.excludeUnnotified()
                  ? Reason.NOT_NOTIFIED
                  : null);
      case PROVISION_23 -> Optional.ofNullable(person.held()
          ? Reason.STANDING
          : answer == TransferAnswer.OBJECTED
              ? Reason.OBJECTED
              : answer != TransferAnswer.CONSENTED
                  ? Reason.CONSENT_MISSING
                  : person.minor() && !person.guardianConsents() ? Reason.GUARDIAN_MISSING : null);
    };
  }

  private Optional<Reason> refusal(List<FieldRule> fields, PersonFacts person, LocalDate today) {
    if (fields.isEmpty()) {
      return Optional.of(Reason.PURPOSE);
    }
    for (FieldRule field : fields) {
      if (today.isAfter(DisclosureRules.endOfRetention(field, person))) {
        return Optional.of(Reason.RETENTION_ENDED);
      }
      if (!reaches(field, person)) {
        return Optional.of(Reason.BASIS_DOES_NOT_REACH);
      }
    }
    return Optional.empty();
  }

  /** Some purpose that the buyer continues carries the field: by consent, or on a basis that needs none. */
  private boolean reaches(FieldRule field, PersonFacts person) {
    return field.purposes()
        .stream()
        .filter(continued::contains)
        .anyMatch(purpose -> field.basis() != Basis.CONSENT || person.consentRefusal(purpose).isEmpty());
  }
}
