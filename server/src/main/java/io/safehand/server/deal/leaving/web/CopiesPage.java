package io.safehand.server.deal.leaving.web;

import io.safehand.core.inventory.Purpose;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.Table;
import io.safehand.server.base.tables.TableQuery;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.leaving.Copy;
import io.safehand.server.deal.leaving.CopyId;
import io.safehand.server.deal.leaving.CopyRefused;
import io.safehand.server.deal.leaving.Leavings;
import io.safehand.server.deal.leaving.Wanted;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The register of copies, and where one is asked for. */
@Controller
class CopiesPage {
  private static final int SHOWN = 1_000;
  private static final int USUAL_DAYS = 30;

  private final Leavings leavings;
  private final Inventories inventories;
  private final Access access;
  private final Tables tables;
  private final Clock clock;
  private final ZoneId zone;

  CopiesPage(Leavings leavings, Inventories inventories, Access access, Tables tables, Clock clock,
      ZoneId zone) {
    this.leavings = leavings;
    this.inventories = inventories;
    this.access = access;
    this.tables = tables;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/copies")
  ModelAndView show(Account account, TableQuery query, Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<PurposeRule> purposes = inventories.adopted(account.company())
        .map(Adopted::inventory)
        .map(inventory -> inventory.purposes())
        .orElse(List.of());
    model.addAttribute("mayAsk", leavings.mayAsk(account) && !purposes.isEmpty());
    model.addAttribute("purposes", purposes);
    model.addAttribute("whys", Wanted.Why.values());
    model.addAttribute("lies", Wanted.Place.values());
    model.addAttribute("until", today.plusDays(USUAL_DAYS));
    List<Copy> copies = leavings.all(account, SHOWN);
    Map<AccountId, String> handles = access.handles(account.company(),
        copies.stream().map(Copy::holder).toList());
    return tables.show("leaving/copies", query, table(today, handles).of(copies));
  }

  @PostMapping("/copies")
  String ask(Account account, @RequestParam(defaultValue = "") Set<String> purpose,
      @RequestParam Wanted.Why why, @RequestParam String matter, @RequestParam Wanted.Place place,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
    try {
      Set<Purpose> purposes = purpose.stream().map(Purpose::new).collect(Collectors.toSet());
      CopyId id = leavings.ask(account, new Wanted(purposes, why, matter, place, until));
      return "redirect:/copies/" + id + "?done=leaving.asked";
    } catch (CopyRefused refused) {
      return "redirect:/copies?refused=" + refused.code();
    } catch (IllegalArgumentException malformed) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "", malformed);
    }
  }

  private static Table<Copy> table(LocalDate today, Map<AccountId, String> handles) {
    return Table.<Copy>named("leaving.copies")
        .with("asked", copy -> Cell.time(copy.asked()).to("/copies/" + copy.id()))
        .with("state", copy -> state(copy, today))
        .with("people", copy -> copy.people() > 0 ? Cell.count(copy.people()) : Cell.NOTHING)
        .with("holder", copy -> Cell.text(handles.getOrDefault(copy.holder(), "")))
        .with("why", copy -> Cell.code("leaving.why", copy.wanted().why().name()))
        .with("place", copy -> Cell.code("leaving.place", copy.wanted().place().name()))
        .with("until", copy -> Cell.text(copy.wanted().until().toString()));
  }

  private static Cell state(Copy copy, LocalDate today) {
    boolean overdue = copy.state() == Copy.State.TAKEN && copy.wanted().until().isBefore(today);
    Cell.Code state = new Cell.Code("leaving.state", overdue ? "OVERDUE" : copy.state().name(),
        Cell.Tone.PLAIN);
    return switch (copy.state()) {
      case TAKEN -> state.in(overdue ? Cell.Tone.BAD : Cell.Tone.WARN);
      case DESTROYED, EXPIRED -> state.in(Cell.Tone.GOOD);
      case ASKED, WRITING, READY, FAILED -> state;
    };
  }
}
