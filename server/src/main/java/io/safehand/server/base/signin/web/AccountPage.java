package io.safehand.server.base.signin.web;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Parties;
import io.safehand.server.base.access.Party;
import io.safehand.server.base.access.PartyRefusal;
import io.safehand.server.base.signin.Passkeys;
import io.safehand.server.base.signin.SecondFactors;
import io.safehand.server.base.signin.Sessions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: name, ways to prove oneself, sessions. */
@Controller
class AccountPage {
  private final Parties parties;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final Sessions sessions;

  AccountPage(Parties parties, SecondFactors factors, Passkeys passkeys, Sessions sessions) {
    this.parties = parties;
    this.factors = factors;
    this.passkeys = passkeys;
    this.sessions = sessions;
  }

  @GetMapping("/account")
  String show(Sessions.SignedIn who, Model model) {
    Account account = who.account();
    parties.person(account.company(), account.id()).ifPresent(person -> {
      model.addAttribute("name", person.name().exposed());
      model.addAttribute("mail", person.mail().exposed());
    });
    model.addAttribute("hasApp", factors.has(account));
    model.addAttribute("passkeys", passkeys.of(account).size());
    model.addAttribute("codesLeft", factors.codesLeft(account));
    model.addAttribute("sessions", sessions.of(account));
    model.addAttribute("present", who.session().id());
    return "signin/account";
  }

  @PostMapping("/account/person")
  String describe(Account account, @RequestParam String name, @RequestParam String mail) {
    Optional<PartyRefusal> refusal = parties.person(account.company(), account.id())
        .map(Party::id)
        .flatMap(id -> parties.describe(account, id, PersonalText.of(name.strip()),
            PersonalText.of(mail.strip())));
    return Back.to("/account", refusal.map(PartyRefusal::code), "signin.described");
  }

  @PostMapping("/account/sessions/{session}/end")
  String end(Account account, @PathVariable UUID session) {
    sessions.end(account, session);
    return "redirect:/account?done=signin.session-ended";
  }

  @PostMapping("/account/sessions/end")
  String endOthers(Sessions.SignedIn who) {
    sessions.endOthers(who);
    return "redirect:/account?done=signin.session-ended";
  }
}
