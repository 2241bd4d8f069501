package io.safehand.server.base.recovery.web;

import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.recovery.Recoveries;
import io.safehand.server.base.recovery.Recovery;
import io.safehand.server.base.recovery.RecoveryRefusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** New ways in for people who lost theirs. Whom one is for sees it here and can call it off. */
@Controller
class RecoveryPage {
  private final Recoveries recoveries;
  private final Access access;

  RecoveryPage(Recoveries recoveries, Access access) {
    this.recoveries = recoveries;
    this.access = access;
  }

  /** One as the page shows it. */
  record Row(Recovery recovery, String handle, boolean own) {}

  @GetMapping("/recovery")
  String show(Account account, Model model) {
    List<Row> rows = recoveries.open(account.company())
        .stream()
        .flatMap(recovery -> access.account(account.company(), recovery.account())
            .map(of -> new Row(recovery, of.handle(), of.id().equals(account.id())))
            .stream())
        .toList();
    model.addAttribute("recoveries", rows);
    model.addAttribute("others",
        access.accounts(account.company())
            .stream()
            .filter(other -> !other.id().equals(account.id()))
            .toList());
    return "recovery/recovery";
  }

  @PostMapping("/recovery")
  String propose(Account account, @RequestParam UUID of) {
    return back(recoveries.propose(account, new AccountId(of)), "recovery.proposed");
  }

  @PostMapping("/recovery/{of}/confirm")
  String confirm(Account account, @PathVariable UUID of) {
    return back(recoveries.confirm(account, new AccountId(of)), "recovery.confirmed");
  }

  @PostMapping("/recovery/end")
  String callOffOwn(Account account) {
    return back(recoveries.callOff(account, account.id()), "recovery.ended");
  }

  @PostMapping("/recovery/{of}/end")
  String callOff(Account account, @PathVariable UUID of) {
    return back(recoveries.callOff(account, new AccountId(of)), "recovery.ended");
  }

  /** The link is in this answer and nowhere else: whoever reads the owner's mail may be whom the owner lost it to. */
  @PostMapping("/recovery/{of}/link")
  String link(Account account, @PathVariable UUID of, Model model) {
    return switch (recoveries.link(account, new AccountId(of))) {
      case Recoveries.Outcome.Refused refused -> back(Optional.of(refused.reason()), "");
      case Recoveries.Outcome.Made made -> {
        model.addAttribute("link", made.secret().exposed());
        yield show(account, model);
      }
    };
  }

  private static String back(Optional<RecoveryRefusal> refusal, String done) {
    return "redirect:/recovery" + refusal.map(reason -> "?refused=" + reason.code()).orElse("?done=" + done);
  }
}
