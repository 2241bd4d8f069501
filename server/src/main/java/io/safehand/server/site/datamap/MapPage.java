package io.safehand.server.site.datamap;

import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.ledger.LedgerEntry;
import io.safehand.server.base.ledger.LedgerSearch;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.custody.disclosure.SightDays;
import io.safehand.server.custody.imports.Disposals;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Assignments;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where customers' data lies, who sees which category for what, and how it flows; counts and codes only. */
@Controller
class MapPage {
  private static final int DAYS = 30;
  private static final int MOST = 100;

  private final Inventories inventories;
  private final Vaults vaults;
  private final SightDays sights;
  private final Disposals disposals;
  private final Ledger ledger;
  private final Assignments assignments;
  private final Tables tables;
  private final MessageSource texts;

  MapPage(Inventories inventories, Vaults vaults, SightDays sights, Disposals disposals, Ledger ledger,
      Assignments assignments, Tables tables, MessageSource texts) {
    this.inventories = inventories;
    this.vaults = vaults;
    this.sights = sights;
    this.disposals = disposals;
    this.ledger = ledger;
    this.assignments = assignments;
    this.tables = tables;
    this.texts = texts;
  }

  @GetMapping("/map")
  ModelAndView show(Account account, TableQuery query) {
    Optional<Inventory> inventory = inventories.adopted(account.company()).map(Adopted::inventory);
    List<CategoryRow> categories = inventory.map(CategoryRow::of).orElse(List.of());
    ModelAndView page = tables.show("datamap/map", query,
        Table.<SightDays.Day>named("datamap.looks")
            .with("day", day -> Cell.text(day.day().toString()))
            .with("purpose", day -> Cell.text(day.purpose()))
            .with("audience", day -> Cell.code("inventory.audience", day.audience()))
            .with("shown", day -> Cell.count(day.shown()))
            .with("refused", day -> Cell.count(day.refused()))
            .of(sights.last(account.company(), DAYS)));
    return page.addObject("categories", categories)
        .addObject("titles",
            inventory.stream()
                .flatMap(present -> present.purposes().stream())
                .collect(Collectors.toMap(rule -> rule.purpose().code(), Function.identity())))
        .addObject("fieldCount", categories.stream().mapToInt(CategoryRow::fields).sum())
        .addObject("sensitiveCount", categories.stream().mapToInt(CategoryRow::sensitive).sum())
        .addObject("population", vaults.population(account.company()))
        .addObject("copies", disposals.open(account.company(), MOST))
        .addObject("packages",
            Stream.of(Act.HANDOVER_RELEASE, Act.RECEIVE).flatMap(act -> entries(account, act)).toList());
  }

  private Stream<LedgerEntry> entries(Account account, Act act) {
    Optional<List<String>> known = account.has(Role.AUDITOR)
        ? Optional.empty()
        : Optional.of(assignments.deals(account).stream().map(deal -> deal.id().toString()).toList());
    return ledger
        .search(account.company(), LedgerSearch.newest(MOST).act(Optional.of(act.code())).knowing(known))
        .stream();
  }

  /** What the picture shows; the table of categories says the same in words. */
  @GetMapping("/map/flows")
  ResponseEntity<byte[]> flows(Account account, Locale locale) {
    Json.Object flows = inventories.adopted(account.company())
        .map(adopted -> new Flows(texts, locale).of(adopted.inventory()))
        .orElse(Json.object().with("names", Json.array(List.of())).with("links", Json.array(List.of())));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(flows.canonical());
  }
}
