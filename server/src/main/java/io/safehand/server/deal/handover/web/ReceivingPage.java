package io.safehand.server.deal.handover.web;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.Arrivals;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.KeyOffer;
import io.safehand.server.deal.handover.Paper;
import io.safehand.server.deal.handover.StepRefused;
import io.safehand.server.deal.handover.TakingOver;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The buyer's side of a hand-over: a key for the deal, the package taken in, everybody re-keyed. */
@Controller
class ReceivingPage {
  private final TakingOver takingOver;
  private final HandOvers handOvers;
  private final Arrivals arrivals;
  private final Keys keys;
  private final Runs runs;

  ReceivingPage(TakingOver takingOver, HandOvers handOvers, Arrivals arrivals, Keys keys, Runs runs) {
    this.takingOver = takingOver;
    this.handOvers = handOvers;
    this.arrivals = arrivals;
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
    taking.recipient().ifPresent(recipient -> {
      model.addAttribute("offer", new KeyOffer(id, recipient, keys.trust()).file());
      model.addAttribute("fingerprint", recipient.fingerprint());
    });
    model.addAttribute("hasReceipt", handOvers.paper(account.company(), id, Paper.RECEIPT).isPresent());
    model.addAttribute("isHere", arrivals.isHere(account.company(), id));
    arrivals.seller(account.company(), id)
        .ifPresent(seller -> model.addAttribute("seller", Arrivals.fingerprint(seller)));
    model.addAttribute("mostBytes", Arrivals.MOST_BYTES);
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

  /** @param compared the fingerprint of the seller's keys as the seller said it */
  @PostMapping("/receiving/{deal}/seller")
  String meet(@PathVariable UUID deal, @RequestParam String trust, @RequestParam String compared,
      Account account) {
    TakingOver.Taking taking = require(account, deal);
    try {
      Trust seller = Trust.parse(trust.strip().getBytes(StandardCharsets.UTF_8));
      arrivals.meet(account.company(), taking.deal(), seller, compared, account);
      return "redirect:/receiving/" + deal + "?done=handover.met";
    } catch (IllegalArgumentException unreadable) {
      return "redirect:/receiving/" + deal + "?refused=handover.unreadable";
    }
  }

  /** The body is the ZIP file itself. */
  @PostMapping(path = "/receiving/{deal}/package", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String keep(@PathVariable UUID deal, Account account, HttpServletRequest request) throws IOException {
    TakingOver.Taking taking = require(account, deal);
    if (request.getContentLengthLong() > Arrivals.MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    String next = "/receiving/" + deal;
    try {
      arrivals.keep(account.company(), taking.deal(), request.getInputStream(), account);
      next += "?done=handover.arrived";
    } catch (StepRefused refused) {
      next += "?refused=" + refused.code();
    } catch (HandoverRefused bad) {
      next += "?refused=handover.package";
    }
    return new String(Json.object().with("next", next).canonical(), StandardCharsets.UTF_8);
  }

  @PostMapping("/receiving/{deal}/receive")
  String receive(@PathVariable UUID deal, Account account) {
    return run(deal, account, "handover.receive");
  }

  @PostMapping("/receiving/{deal}/rekey")
  String rekey(@PathVariable UUID deal, Account account) {
    return run(deal, account, "handover.rekey");
  }

  /** What runs ends at its next step; what it did stays done. */
  @PostMapping("/receiving/{deal}/runs/{run}/cancel")
  String cancel(@PathVariable UUID deal, @PathVariable UUID run, Account account) {
    DealId id = require(account, deal).deal();
    return "redirect:/receiving/" + deal
        + (runs.cancel(account.company(), id.subject(), run)
            ? "?done=handover.cancelled"
            : "?refused=handover.run-over");
  }

  @GetMapping("/receiving/{deal}/receipt.json")
  ResponseEntity<byte[]> receipt(@PathVariable UUID deal, Account account) {
    Optional<byte[]> receipt = handOvers.paper(account.company(), require(account, deal).deal(),
        Paper.RECEIPT);
    return Attached.file("receipt-" + deal + ".json", MediaType.APPLICATION_JSON,
        receipt.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private String run(UUID deal, Account account, String kind) {
    boolean begun = runs.begin(account, kind, require(account, deal).deal().subject()).isPresent();
    return "redirect:/receiving/" + deal + (begun ? "?done=handover.begun" : "?refused=handover.busy");
  }

  private void runs(Account account, DealId id, Model model) {
    model.addAttribute("runs", runs.of(account.company(), id.subject()));
    model.addAttribute("again", "/receiving/" + id + "/runs");
    model.addAttribute("mayCancel", true);
  }

  private TakingOver.Taking require(Account account, UUID deal) {
    return takingOver.all(account.company())
        .stream()
        .filter(taking -> taking.deal().value().equals(deal))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
