package io.safehand.server.base.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who may stand under and belong to what. Pure. */
final class PartyRules {
  private PartyRules() {}

  /** Whether the unit may stand there: units only, and never below itself. */
  static Optional<PartyRefusal> mayMove(List<Party> all, PartyId unit, Optional<PartyId> under) {
    Map<PartyId, Party> units = all.stream()
        .filter(party -> party.kind() == Party.Kind.UNIT)
        .collect(Collectors.toMap(Party::id, Function.identity()));
    if (!units.containsKey(unit) || under.map(above -> !units.containsKey(above)).orElse(false)) {
      return Optional.of(PartyRefusal.UNKNOWN);
    }
    Set<PartyId> above = new HashSet<>();
    Optional<PartyId> next = under;
    while (next.isPresent() && above.add(next.get())) {
      next = Optional.ofNullable(units.get(next.get())).flatMap(Party::under);
    }
    return above.contains(unit) ? Optional.of(PartyRefusal.CIRCLE) : Optional.empty();
  }

  static Optional<PartyRefusal> mayJoin(Party member, Party of, Parties.Term term) {
    if (!member.kind().mayBeMember() || !of.kind().mayHaveMembers() || member.id().equals(of.id())) {
      return Optional.of(PartyRefusal.KINDS);
    }
    if (term.until().map(last -> last.isBefore(term.from())).orElse(false)) {
      return Optional.of(PartyRefusal.TERM);
    }
    boolean titled = !term.title().isBlank() && term.title().length() <= Parties.LONGEST_TITLE
        && term.title().chars().noneMatch(Character::isISOControl);
    return titled ? Optional.empty() : Optional.of(PartyRefusal.MALFORMED);
  }
}
