package io.safehand.server.deal.handover.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.HandOverStep;
import io.safehand.server.deal.handover.Arrivals;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.Paper;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The seller's side of a hand-over, step by step. What a step does is in {@link HandOverSteps}. */
@Controller
class HandOverPage {
  private final HandOvers handOvers;
  private final Ending ending;
  private final Assignments assignments;
  private final Decisions decisions;
  private final Runs runs;
  private final Keys keys;

  HandOverPage(HandOvers handOvers, Ending ending, Assignments assignments, Decisions decisions, Runs runs,
      Keys keys) {
    this.handOvers = handOvers;
    this.ending = ending;
    this.assignments = assignments;
    this.decisions = decisions;
    this.runs = runs;
    this.keys = keys;
  }

  @GetMapping("/deals/{deal}/handover")
  String show(@PathVariable UUID deal, Account account, Model model) {
    fill(require(account, deal), account, model);
    return "handover/seller";
  }

  private void runs(Account account, DealId id, Model model) {
    model.addAttribute("runs", runs.of(account.company(), id.subject()));
    model.addAttribute("again", "/deals/" + id + "/handover/runs");
    model.addAttribute("mayCancel", account.has(Role.DEAL_MANAGER) || account.has(Role.SELLER_OFFICER));
  }

  /** What runs ends at its next step; what it did stays done. */
  @PostMapping("/deals/{deal}/handover/runs/{run}/cancel")
  String cancel(@PathVariable UUID deal, @PathVariable UUID run, Account account) {
    Deal found = require(account, deal);
    return "redirect:/deals/" + deal + "/handover"
        + (runs.cancel(account.company(), found.id().subject(), run)
            ? "?done=handover.cancelled"
            : "?refused=handover.run-over");
  }

  /** The part that is loaded again while something runs. */
  @GetMapping("/deals/{deal}/handover/runs")
  String runs(@PathVariable UUID deal, Account account, Model model) {
    Deal found = require(account, deal);
    runs(account, found.id(), model);
    return "handover/runs :: list";
  }

  /** Draws a new riddle each time and shows it once; the answer to an earlier one is worth nothing then. */
  @PostMapping("/deals/{deal}/handover/riddle")
  String riddle(@PathVariable UUID deal, Account account, Model model) {
    Deal found = require(account, deal);
    byte[] riddle = handOvers.askPossession(account.company(), found.id(), account);
    model.addAttribute("riddle", Base64.getEncoder().encodeToString(riddle));
    fill(found, account, model);
    return "handover/seller";
  }

  private void fill(Deal deal, Account account, Model model) {
    DealId id = deal.id();
    Optional<HandOvers.Progress> progress = handOvers.progress(account.company(), id);
    model.addAttribute("deal", deal);
    model.addAttribute("steps", HandOverStep.values());
    model.addAttribute("progress", progress.orElse(null));
    model.addAttribute("releases", decisions.views(account, id.subject(), Set.of("handover.release"),
        progress.map(there -> handOvers.releaseHash(account.company(), id))));
    model.addAttribute("destructions", decisions.views(account, id.subject(), Set.of("handover.destroy"),
        progress.map(there -> ending.hash(account.company(), id))));
    runs(account, id, model);
    model.addAttribute("trust", keys.trust().file());
    model.addAttribute("trustFingerprint", Arrivals.fingerprint(keys.trust()));
    model.addAttribute("hasPackage", handOvers.packageOf(account.company(), id).isPresent());
    model.addAttribute("hasReceipt", handOvers.paper(account.company(), id, Paper.RECEIPT).isPresent());
    model.addAttribute("hasCertificate",
        handOvers.paper(account.company(), id, Paper.CERTIFICATE).isPresent());
  }

  private Deal require(Account account, UUID deal) {
    return assignments.deal(account, new DealId(deal))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
