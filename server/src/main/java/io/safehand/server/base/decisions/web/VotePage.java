package io.safehand.server.base.decisions.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Verdict;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes votes, whatever they are about; the page of the subject shows what is decided. */
@Controller
class VotePage {
  private static final String REASON = "[a-z][a-z0-9.-]{2,79}";

  private final Decisions decisions;

  VotePage(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * @param seen the hash of what the voter's page showed
   * @param reason a code; a rejection or an override without one is refused
   */
  @PostMapping("/decisions/{matter}/vote")
  String vote(@PathVariable UUID matter, @RequestParam Matter.Ballot ballot, @RequestParam String seen,
      @RequestParam(defaultValue = "") String reason, Account account) {
    if (ballot != Matter.Ballot.APPROVE && !reason.matches(REASON)) {
      return "redirect:/duties?refused=decision.reason";
    }
    MatterId id = new MatterId(matter);
    Verdict verdict = switch (ballot) {
      case APPROVE -> decisions.approve(account, id, seen);
      case REJECT -> decisions.reject(account, id, seen, reason);
      case OVERRIDE -> decisions.override(account, id, seen, reason);
    };
    return switch (verdict) {
      case Verdict.Counted counted -> "redirect:/duties?done=decision.counted";
      case Verdict.Refused refused -> "redirect:/duties?refused=" + refused.reason().code();
    };
  }

  /** Its author takes it back. */
  @PostMapping("/decisions/{matter}/withdraw")
  String withdraw(@PathVariable UUID matter, Account account) {
    return decisions.withdraw(account, new MatterId(matter))
        ? "redirect:/duties?done=decision.withdrawn"
        : "redirect:/duties?refused=decision.closed";
  }
}
