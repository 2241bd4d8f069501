package io.safehand.server.deal.handover.web;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.runs.Runs;
import io.safehand.server.deal.deals.Assignments;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.handover.Ending;
import io.safehand.server.deal.handover.StepRefused;
import io.safehand.server.deal.handover.HandOvers;
import io.safehand.server.deal.handover.KeyOffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The acts on the seller's page of a hand-over. Each leads back to the page, which says what came of it. */
@Controller
class HandOverSteps {
  private final HandOvers handOvers;
  private final Ending ending;
  private final Assignments assignments;
  private final Runs runs;

  HandOverSteps(HandOvers handOvers, Ending ending, Assignments assignments, Runs runs) {
    this.handOvers = handOvers;
    this.ending = ending;
    this.assignments = assignments;
    this.runs = runs;
  }

  /** @param offer the text that the buyer's page gave */
  @PostMapping("/deals/{deal}/handover/key")
  String register(@PathVariable UUID deal, @RequestParam String offer, Account account) {
    return step(deal, account, "registered", id -> {
      KeyOffer given = KeyOffer.parse(offer);
      if (!given.deal().equals(id)) {
        return "handover.other-deal";
      }
      if (handOvers.progress(account.company(), id).isPresent()) {
        return "handover.key-there";
      }
      handOvers.registerKey(account.company(), id, given.recipient(), given.trust(), account);
      return "";
    });
  }

  /** @param answer in Base64, as the buyer's page gave it */
  @PostMapping("/deals/{deal}/handover/answer")
  String answer(@PathVariable UUID deal, @RequestParam String answer, Account account) {
    return step(deal, account, "proven",
        id -> handOvers.answer(account.company(), id, Base64.getMimeDecoder().decode(answer.strip()), account)
            ? ""
            : "handover.answer");
  }

  /** @param fingerprint as the buyer told it by another way than this system */
  @PostMapping("/deals/{deal}/handover/confirm")
  String confirm(@PathVariable UUID deal, @RequestParam String fingerprint, Account account) {
    return step(deal, account, "confirmed", id -> {
      String typed = fingerprint.replaceAll("\\s", "").toLowerCase(java.util.Locale.ROOT);
      boolean same = handOvers.progress(account.company(), id)
          .filter(key -> key.fingerprint().equals(typed))
          .isPresent();
      if (!same) {
        return "handover.fingerprint";
      }
      handOvers.confirm(account.company(), id, typed, account);
      return "";
    });
  }

  @PostMapping("/deals/{deal}/handover/propose-release")
  String proposeRelease(@PathVariable UUID deal, Account account) {
    return step(deal, account, "proposed", id -> {
      handOvers.proposeRelease(account.company(), id, account);
      return "";
    });
  }

  @PostMapping("/deals/{deal}/handover/release")
  String release(@PathVariable UUID deal, Account account) {
    return run(deal, account, "handover.release");
  }

  /** @param receipt the text of the buyer's receipt */
  @PostMapping("/deals/{deal}/handover/receipt")
  String receipt(@PathVariable UUID deal, @RequestParam String receipt, Account account) {
    return step(deal, account, "receipt", id -> {
      handOvers.acceptReceipt(account.company(), id, receipt.strip().getBytes(StandardCharsets.UTF_8),
          account);
      return "";
    });
  }

  @PostMapping("/deals/{deal}/handover/rekeyed")
  String rekeyed(@PathVariable UUID deal, Account account) {
    return step(deal, account, "rekeyed", id -> {
      handOvers.acknowledgeRekey(account.company(), id, account);
      return "";
    });
  }

  @PostMapping("/deals/{deal}/handover/propose-destruction")
  String proposeDestruction(@PathVariable UUID deal, Account account) {
    return step(deal, account, "proposed", id -> {
      ending.propose(account.company(), id, account);
      return "";
    });
  }

  /** @param word the deal's code name, typed */
  @PostMapping("/deals/{deal}/handover/destroy")
  String destroy(@PathVariable UUID deal, @RequestParam String word, Account account) {
    boolean typed = assignments.deal(account, new DealId(deal))
        .filter(found -> found.terms().codeName().equals(word.strip()))
        .isPresent();
    return typed ? run(deal, account, "handover.destroy") : back(deal) + "?refused=deal.word";
  }

  private String run(UUID deal, Account account, String kind) {
    return step(deal, account, "begun",
        id -> runs.begin(account, kind, id.subject()).isPresent() ? "" : "handover.busy");
  }

  /** One step of a hand-over; gives the code of a refusal, or nothing. */
  private interface Step {
    String take(DealId id) throws IOException;
  }

  private String step(UUID deal, Account account, String done, Step step) {
    DealId id = new DealId(deal);
    if (assignments.deal(account, id).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String refused;
    try {
      refused = step.take(id);
    } catch (StepRefused notNow) {
      refused = notNow.code();
    } catch (HandoverRefused | IllegalArgumentException unreadable) {
      refused = "handover.unreadable";
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    return back(deal) + (refused.isEmpty() ? "?done=handover." + done : "?refused=" + refused);
  }

  private static String back(UUID deal) {
    return "redirect:/deals/" + deal + "/handover";
  }
}
