package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for a person: votes, what was decided for them to carry out, and what other modules tell. */
@Component
final class Waiting {
  private static final String ACCOUNT = "account/";

  private final Decisions decisions;
  private final Assignments assignments;
  private final List<Awaited> awaited;

  Waiting(Decisions decisions, Assignments assignments, List<Awaited> awaited) {
    this.decisions = decisions;
    this.assignments = assignments;
    this.awaited = List.copyOf(awaited);
  }

  /** @param decided whether it only waits for being carried out */
  record Item(String key, String name, String path, Optional<Instant> since, boolean decided) {}

  /** Votes first, oldest first; nothing about a deal that the account does not know of. */
  List<Item> of(Account account) {
    Map<String, Deal> known = assignments.deals(account)
        .stream()
        .collect(Collectors.toMap(deal -> deal.id().subject(), Function.identity()));
    Set<String> newest = new HashSet<>();
    return Stream
        .of(decisions.waitingFor(account).stream().flatMap(matter -> item(matter, known, false)),
            decisions.decidedFor(account)
                .stream()
                .filter(matter -> newest.add(matter.kind() + " " + matter.subject()))
                .flatMap(matter -> item(matter, known, true)),
            awaited.stream()
                .flatMap(each -> each.of(account).stream())
                .map(item -> new Item(item.key(), item.name(), item.path(), item.since(), false)))
        .flatMap(items -> items)
        .toList();
  }

  private static Stream<Item> item(Matter matter, Map<String, Deal> known, boolean decided) {
    if (DealId.ofSubject(matter.subject()).isEmpty()) {
      return Stream.of(item(matter, "",
          matter.subject().startsWith(ACCOUNT) ? "/recovery" : "/" + matter.subject(), decided));
    }
    Deal deal = known.get(matter.subject());
    if (deal == null || decided && deal.ended()) {
      return Stream.empty();
    }
    String page = "/deals/" + deal.id() + (matter.kind().startsWith("handover.") ? "/handover" : "");
    return Stream.of(item(matter, deal.terms().codeName(), page, decided));
  }

  private static Item item(Matter matter, String name, String path, boolean decided) {
    return new Item("decisions.kind." + matter.kind(), name, path, Optional.of(matter.openedAt()), decided);
  }
}
