package io.safehand.server.deal.deals.web;

import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.deal.deals.Advance;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.ControlChanges;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.DealNotAllowed;
import io.safehand.server.deal.deals.DealType;
import io.safehand.server.deal.deals.Deals;
import io.safehand.server.deal.deals.GateView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One deal: its stages, its gates with their evidence, what is to be decided, who knows of it. */
@Controller
class DealPage {
  private static final Set<String> KINDS = Set.of("deal.advance", "deal.override");

  private final Deals deals;
  private final ControlChanges changes;
  private final Assignments assignments;
  private final Decisions decisions;
  private final Access access;

  DealPage(Deals deals, ControlChanges changes, Assignments assignments, Decisions decisions, Access access) {
    this.deals = deals;
    this.changes = changes;
    this.assignments = assignments;
    this.decisions = decisions;
    this.access = access;
  }

  @GetMapping("/deals/{deal}")
  String show(@PathVariable UUID deal, Account account, Model model) {
    Deal found = require(account, deal);
    model.addAttribute("deal", found);
    model.addAttribute("stages", StageLine.of(found.stage()));
    List<GateView> gates = deals.gates(account.company(), found.id());
    model.addAttribute("gates", byStage(gates));
    model.addAttribute("open", open(gates, found.stage()));
    overrides(account, found, model);
    List<Account> people = assignments.people(account.company(), found.id());
    model.addAttribute("people", people);
    model.addAttribute("others", others(account, people));
    Optional<String> hash = deals.advanceHash(account.company(), found.id());
    model.addAttribute("matters", decisions.views(account, found.id().subject(), KINDS, hash));
    if (found.terms().type() == DealType.EQUITY && found.stage() == Stage.CLOSING) {
      control(account, found, model);
    }
    return "deals/deal";
  }

  /** Who let the deal pass an open gate, when and why. */
  private void overrides(Account account, Deal deal, Model model) {
    model.addAttribute("overrides", deals.overrides(account.company(), deal.id()));
    model.addAttribute("overriders",
        decisions.views(account, deal.id().subject(), Set.of("deal.override"), Optional.empty())
            .stream()
            .collect(Collectors.toMap(view -> view.matter().id(), Function.identity())));
  }

  private void control(Account account, Deal deal, Model model) {
    Optional<ControlChanges.Proposed> proposed = changes.proposed(account.company(), deal.id());
    model.addAttribute("staff", access.accounts(account.company()));
    model.addAttribute("roles", Role.values());
    model.addAttribute("change", proposed.orElse(null));
    model.addAttribute("outgoing",
        access
            .handles(account.company(),
                proposed.stream().flatMap(one -> one.change().outgoing().stream()).toList())
            .values()
            .stream()
            .sorted()
            .toList());
    model.addAttribute("control", decisions.views(account, deal.id().subject(), Set.of(ControlChanges.KIND),
        proposed.map(one -> changes.hash(deal.id(), one.change()))));
  }

  /** @param override whether the proposer saw that gates are open */
  @PostMapping("/deals/{deal}/propose")
  String propose(@PathVariable UUID deal, @RequestParam(defaultValue = "false") boolean override,
      Account account) {
    Deal found = require(account, deal);
    if (!override && !open(deals.gates(account.company(), found.id()), found.stage()).isEmpty()) {
      return "redirect:/deals/" + deal + "?refused=deal.gates-open";
    }
    try {
      deals.propose(account.company(), found.id(), account);
      return "redirect:/deals/" + deal + "?done=deal.proposed";
    } catch (DealNotAllowed refused) {
      return "redirect:/deals/" + deal + "?refused=" + refused.reason().code();
    }
  }

  @PostMapping("/deals/{deal}/advance")
  String advance(@PathVariable UUID deal, @RequestParam UUID matter, Account account) {
    Deal found = require(account, deal);
    Advance advance = deals.advance(account.company(), found.id(), new MatterId(matter), account);
    return "redirect:/deals/" + deal + switch (advance) {
      case Advance.Moved moved -> "?done=deal.moved";
      case Advance.Refused refused -> "?refused=" + refused.reason().code();
    };
  }

  @PostMapping("/deals/{deal}/assign")
  String assign(@PathVariable UUID deal, @RequestParam UUID whom, Account account) {
    Deal found = require(account, deal);
    boolean assigned = assignments.assign(found.id(), new AccountId(whom), account);
    return "redirect:/deals/" + deal + (assigned ? "?done=deal.assigned" : "?refused=deal.nobody");
  }

  @PostMapping("/deals/{deal}/buyer")
  String nameBuyer(@PathVariable UUID deal, @RequestParam String buyer, Account account) {
    Deal found = require(account, deal);
    Optional<CompanyId> company = access.company(buyer).filter(other -> !other.equals(account.company()));
    if (company.isEmpty()) {
      return "redirect:/deals/" + deal + "?refused=deal.buyer";
    }
    try {
      deals.nameBuyer(account.company(), found.id(), company.get(), account);
      return "redirect:/deals/" + deal + "?done=deal.buyer";
    } catch (DealNotAllowed refused) {
      return "redirect:/deals/" + deal + "?refused=" + refused.reason().code();
    }
  }

  /** @param word the deal's code name, typed by whoever ends it */
  @PostMapping("/deals/{deal}/end")
  String end(@PathVariable UUID deal, @RequestParam String word, Account account) {
    Deal found = require(account, deal);
    if (!word.strip().equals(found.terms().codeName())) {
      return "redirect:/deals/" + deal + "?refused=deal.word";
    }
    try {
      deals.terminate(account.company(), found.id(), "parties.withdrew", account);
      return "redirect:/deals/" + deal + "?done=deal.ended";
    } catch (DealNotAllowed refused) {
      return "redirect:/deals/" + deal + "?refused=" + refused.reason().code();
    }
  }

  /** To whoever is not assigned it does not exist. */
  private Deal require(Account account, UUID deal) {
    return assignments.deal(account, new DealId(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static List<GateView> open(List<GateView> gates, Stage stage) {
    return gates.stream().filter(gate -> gate.stage() == stage && !gate.state().passes()).toList();
  }

  private static Map<Stage, List<GateView>> byStage(List<GateView> gates) {
    Map<Stage, List<GateView>> stages = new LinkedHashMap<>();
    gates.forEach(gate -> stages.computeIfAbsent(gate.stage(), stage -> new ArrayList<>()).add(gate));
    return stages;
  }

  private List<Account> others(Account account, List<Account> assigned) {
    return access.accounts(account.company())
        .stream()
        .filter(person -> assigned.stream().noneMatch(known -> known.id().equals(person.id())))
        .toList();
  }
}
