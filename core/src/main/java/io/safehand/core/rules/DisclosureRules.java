package io.safehand.core.rules;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Form;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.rules.Disclosure.Full;
import io.safehand.core.rules.Disclosure.Masked;
import io.safehand.core.rules.Disclosure.Pseudonym;
import io.safehand.core.rules.Disclosure.Withheld;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Decides in which form one field of one person may be seen.
 *
 * <p>Pure. Every rule is asked in the order below and the first refusal wins, so the reason is always the most
 * general one. What no rule refuses opens in the form that the purpose declares for the asker's capacity.
 */
public final class DisclosureRules {
  private final Inventory inventory;
  private final List<FieldRefusal> refusals = List.of(DisclosureRules::heldBack,
      DisclosureRules::closedAtThisStage, DisclosureRules::keptByLawOnly, DisclosureRules::notForThisPurpose,
      DisclosureRules::retentionEnded, DisclosureRules::consentMissing);

  public DisclosureRules(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The form in which {@code field} opens, or why it does not. */
  public Disclosure decide(FieldRule field, Asking asking, PersonFacts person, LocalDate today) {
    Optional<PurposeRule> purpose = inventory.purpose(asking.purpose());
    if (purpose.isEmpty()) {
      return new Withheld(Reason.PURPOSE_UNKNOWN);
    }
    for (FieldRefusal refusal : refusals) {
      Optional<Reason> reason = refusal.refuses(field, asking, person, today);
      if (reason.isPresent()) {
        return new Withheld(reason.get());
      }
    }
    Form form = purpose.get().opens().get(asking.audience());
    return form == null
        ? new Withheld(Reason.ROLE)
        : inForm(asking.most().compareTo(form) > 0 ? asking.most() : form, field.basis());
  }

  /** The day on which the field may no longer be held, unless law orders it kept. */
  public static LocalDate endOfRetention(FieldRule field, PersonFacts person) {
    return person.activeOn().plus(field.retention());
  }

  /** Whether consent carries the field for the purpose; empty when the basis needs none or it is given. */
  static Optional<Reason> consentRefusal(FieldRule field, Asking asking, PersonFacts person) {
    return field.basis() == Basis.CONSENT ? person.consentRefusal(asking.purpose()) : Optional.empty();
  }

  private static Disclosure inForm(Form form, Basis basis) {
    return switch (form) {
      case FULL -> new Full(basis);
      case MASKED -> new Masked(basis);
      case PSEUDONYM -> new Pseudonym(basis);
    };
  }

  private static Optional<Reason> heldBack(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return when(asking.held() || person.held(), Reason.STANDING);
  }

  /** Before the closing no bidder and no buyer reads a person's row; afterwards only the buyer's own vault does. */
  private static Optional<Reason> closedAtThisStage(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return when(switch (asking.audience()) {
      case BIDDER, BUYER, PLATFORM -> true;
      case ADVISER -> asking.stage() != Stage.DUE_DILIGENCE_2;
      case STAFF, OFFICER, LAWYER, KEEPER -> false;
    }, Reason.STAGE);
  }

  private static Optional<Reason> keptByLawOnly(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return when(person.restricted() && asking.audience() != Audience.KEEPER, Reason.RESTRICTED);
  }

  private static Optional<Reason> notForThisPurpose(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return when(!field.purposes().contains(asking.purpose()), Reason.PURPOSE);
  }

  private static Optional<Reason> retentionEnded(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return when(!person.restricted() && today.isAfter(endOfRetention(field, person)), Reason.RETENTION_ENDED);
  }

  private static Optional<Reason> consentMissing(FieldRule field, Asking asking, PersonFacts person,
      LocalDate today) {
    return consentRefusal(field, asking, person);
  }

  private static Optional<Reason> when(boolean refused, Reason reason) {
    return refused ? Optional.of(reason) : Optional.empty();
  }

  @FunctionalInterface
  private interface FieldRefusal {
    Optional<Reason> refuses(FieldRule field, Asking asking, PersonFacts person, LocalDate today);
  }
}
