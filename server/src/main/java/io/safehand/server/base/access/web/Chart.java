package io.safehand.server.base.access.web;

import io.safehand.server.base.access.Membership;
import io.safehand.server.base.access.Party;
import io.safehand.server.base.access.PartyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a company is built up on a day.
 *
 * @param places units with those below them after them, then organisations and boards
 * @param units for choosing one
 * @param joinable who may belong to something, by name
 */
record Chart(List<Place> places, List<Party> units, List<Party> joinable) {
  /** One of them, so many levels down, with its members of the day. */
  record Place(Party party, int level, List<Member> members) {
    /** As the page shows it, indented. */
    public String name() {
      return "　".repeat(level) + party.name().exposed();
    }

    @Override
    public String toString() {
      return party.toString();
    }
  }

  /** Somebody and the term that runs. */
  record Member(Membership membership, Party party) {
    public String name() {
      return party.name().exposed();
    }

    @Override
    public String toString() {
      return membership.toString();
    }
  }

  static Chart of(List<Party> all, List<Membership> memberships, LocalDate day) {
    Map<PartyId, Party> known = all.stream().collect(Collectors.toMap(Party::id, Function.identity()));
    Map<PartyId, List<Member>> members = memberships.stream()
        .filter(membership -> membership.runs(day))
        .flatMap(membership -> Optional.ofNullable(known.get(membership.member()))
            .map(member -> new Member(membership, member))
            .stream())
        .collect(Collectors.groupingBy(member -> member.membership().of()));
    List<Party> units = of(all, Party.Kind.UNIT);
    Stream<Place> apart = Stream
        .concat(of(all, Party.Kind.OUTSIDE).stream(), of(all, Party.Kind.BODY).stream())
        .map(party -> new Place(party, 0, members.getOrDefault(party.id(), List.of())));
    Stream<Party> joinable = Stream
        .concat(of(all, Party.Kind.PERSON).stream(), of(all, Party.Kind.OUTSIDE).stream())
        .filter(party -> !party.name().isEmpty());
    return new Chart(Stream.concat(below(Optional.empty(), 0, units, members), apart).toList(), units,
        joinable.toList());
  }

  private static Stream<Place> below(Optional<PartyId> above, int level, List<Party> units,
      Map<PartyId, List<Member>> members) {
    return units.stream()
        .filter(unit -> unit.under().equals(above))
        .flatMap(unit -> Stream.concat(
            Stream.of(new Place(unit, level, members.getOrDefault(unit.id(), List.of()))),
            below(Optional.of(unit.id()), level + 1, units, members)));
  }

  private static List<Party> of(List<Party> all, Party.Kind kind) {
    return all.stream().filter(party -> party.kind() == kind).toList();
  }
}
