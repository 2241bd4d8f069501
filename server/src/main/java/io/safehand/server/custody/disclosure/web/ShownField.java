package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.View;
import io.safehand.core.inventory.Basis;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.person.PersonalText;
import io.safehand.core.rules.Disclosure.Full;
import io.safehand.core.rules.Disclosure.Masked;
import io.safehand.core.rules.Disclosure.Pseudonym;
import io.safehand.core.rules.Disclosure.Withheld;
import io.safehand.core.rules.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One field of a record as the page shows it: the value, the form, and the words' key of the reason. */
record ShownField(FieldRule rule, View.Field field) {
  public PersonalText value() {
    return field.shown();
  }

  /** {@code full}, {@code masked}, {@code pseudonym} or {@code withheld}. */
  public String form() {
    return switch (field.decision()) {
      case Full full -> "full";
      case Masked masked -> "masked";
      case Pseudonym pseudonym -> "pseudonym";
      case Withheld withheld -> withheld.reason() == Reason.NOT_HELD ? "none" : "withheld";
    };
  }

  /** The text that says why it is shown, or why not. */
  public String why() {
    return switch (field.decision()) {
      case Full(Basis basis) -> "inventory.basis." + basis;
      case Masked(Basis basis) -> "inventory.basis." + basis;
      case Pseudonym(Basis basis) -> "inventory.basis." + basis;
      case Withheld(Reason reason) -> "disclosure.reason." + reason.code();
    };
  }

  /** The text of the reason, when one and the same closes every field. */
  static Optional<String> commonRefusal(List<ShownField> fields) {
    Set<String> reasons = fields.stream().map(ShownField::why).collect(Collectors.toSet());
    boolean nothing = fields.stream().noneMatch(field -> field.field().decision().opens());
    return nothing && reasons.size() == 1 ? reasons.stream().findFirst() : Optional.empty();
  }
}
