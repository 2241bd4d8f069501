package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for a person's decision, with the page that shows what is decided. */
@Component
final class Waiting {
  private static final String DEAL = "deal/";
  private static final String ACCOUNT = "account/";

  private final Decisions decisions;
  private final Assignments assignments;

  Waiting(Decisions decisions, Assignments assignments) {
    this.decisions = decisions;
    this.assignments = assignments;
  }

  /** @param name of what it is about; empty where the kind says enough */
  record Item(Matter matter, String name, String path) {}

  /** Oldest first; nothing about a deal that the account does not know of. */
  List<Item> of(Account account) {
    Map<String, Deal> known = assignments.deals(account)
        .stream()
        .collect(Collectors.toMap(deal -> DEAL + deal.id(), Function.identity()));
    return decisions.waitingFor(account).stream().flatMap(matter -> item(matter, known)).toList();
  }

  private static Stream<Item> item(Matter matter, Map<String, Deal> known) {
    if (!matter.subject().startsWith(DEAL)) {
      return Stream.of(
          new Item(matter, "", matter.subject().startsWith(ACCOUNT) ? "/recovery" : "/" + matter.subject()));
    }
    Deal deal = known.get(matter.subject());
    if (deal == null) {
      return Stream.empty();
    }
    String page = "/deals/" + deal.id() + (matter.kind().startsWith("handover.") ? "/handover" : "");
    return Stream.of(new Item(matter, deal.terms().codeName(), page));
  }
}
