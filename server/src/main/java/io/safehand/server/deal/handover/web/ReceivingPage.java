package io.safehand.server.deal.handover.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.StepRefused;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.KeyOffer;
import io.safehand.server.deal.handover.Paper;
import io.safehand.server.deal.handover.TakingOver;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The buyer's side of a hand-over: a key for the deal, the package taken in, everybody re-keyed. */
@Controller
class ReceivingPage {
  private final TakingOver takingOver;
  private final HandOvers handOvers;
  private final Keys keys;
  private final Runs runs;

  ReceivingPage(TakingOver takingOver, HandOvers handOvers, Keys keys, Runs runs) {
    this.takingOver = takingOver;
    this.handOvers = handOvers;
    this.keys = keys;
    this.runs = runs;
  }

  @GetMapping("/receiving")
  String list(Account account, Model model) {
    model.addAttribute("takings", takingOver.all(account.company()));
    return "handover/receiving";
  }

  /** @param deal the number of the deal, as the seller told it */
  @PostMapping("/receiving")
  String draw(@RequestParam String deal, Account account) throws Exception {
    DealId id;
    try {
      id = DealId.parse(deal.strip());
    } catch (IllegalArgumentException malformed) {
      return "redirect:/receiving?refused=handover.number";
    }
    try {
      takingOver.drawKey(account.company(), id, account);
    } catch (StepRefused refused) {
      return "redirect:/receiving?refused=" + refused.code();
    }
    return "redirect:/receiving/" + id + "?done=handover.drawn";
  }

  @GetMapping("/receiving/{deal}")
  String show(@PathVariable UUID deal, Account account, Model model) {
    TakingOver.Taking taking = require(account, deal);
    DealId id = taking.deal();
    model.addAttribute("taking", taking);
    takingOver.recipient(account.company(), id).ifPresent(recipient -> {
      model.addAttribute("offer", new KeyOffer(id, recipient, keys.trust()).file());
      model.addAttribute("fingerprint", recipient.fingerprint());
    });
    model.addAttribute("isHere", handOvers.packageFor(account.company(), id).isPresent());
    runs(account, id, model);
    return "handover/buyer";
  }

  @GetMapping("/receiving/{deal}/runs")
  String runs(@PathVariable UUID deal, Account account, Model model) {
    runs(account, require(account, deal).deal(), model);
    return "handover/runs :: list";
  }

  /** @param riddle in Base64, as the seller sent it */
  @PostMapping("/receiving/{deal}/answer")
  String solve(@PathVariable UUID deal, @RequestParam String riddle, Account account, Model model) {
    TakingOver.Taking taking = require(account, deal);
    try {
      byte[] answer = takingOver.solve(account.company(), taking.deal(),
          Base64.getMimeDecoder().decode(riddle.strip()), account);
      model.addAttribute("answer", Base64.getEncoder().encodeToString(answer));
    } catch (IOException | IllegalArgumentException unreadable) {
      return "redirect:/receiving/" + deal + "?refused=handover.unreadable";
    }
    return show(deal, account, model);
  }

  @PostMapping("/receiving/{deal}/receive")
  String receive(@PathVariable UUID deal, Account account) {
    return run(deal, account, "handover.receive");
  }

  @PostMapping("/receiving/{deal}/rekey")
  String rekey(@PathVariable UUID deal, Account account) {
    return run(deal, account, "handover.rekey");
  }

  @GetMapping("/receiving/{deal}/receipt.json")
  ResponseEntity<byte[]> receipt(@PathVariable UUID deal, Account account) {
    Optional<byte[]> receipt = handOvers.paper(account.company(), require(account, deal).deal(),
        Paper.RECEIPT);
    return Attached.file("receipt-" + deal + ".json", MediaType.APPLICATION_JSON,
        receipt.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private String run(UUID deal, Account account, String kind) {
    boolean begun = runs.begin(account, kind, "deal/" + require(account, deal).deal()).isPresent();
    return "redirect:/receiving/" + deal + (begun ? "?done=handover.begun" : "?refused=handover.busy");
  }

  private void runs(Account account, DealId id, Model model) {
    model.addAttribute("runs", runs.of(account.company(), "deal/" + id));
    model.addAttribute("again", "/receiving/" + id + "/runs");
  }

  private TakingOver.Taking require(Account account, UUID deal) {
    return takingOver.all(account.company())
        .stream()
        .filter(taking -> taking.deal().value().equals(deal))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
