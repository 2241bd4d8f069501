package io.safehand.server.base.signin.web;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.AccessRefusal;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.access.EndingAccounts;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ConfirmingRoles;
import io.safehand.server.base.signin.Invitations;
import io.safehand.server.base.signin.LinkMails;
import io.safehand.server.base.signin.Secret;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works here and may do what: inviting, proposing, confirming, ending. */
@Controller
class PeoplePage {
  private final Staff staff;
  private final Access access;
  private final EndingAccounts ending;
  private final Invitations invitations;
  private final LinkMails mails;
  private final ConfirmingRoles confirming;

  PeoplePage(Staff staff, Access access, EndingAccounts ending, Invitations invitations, LinkMails mails,
      ConfirmingRoles confirming) {
    this.staff = staff;
    this.access = access;
    this.ending = ending;
    this.invitations = invitations;
    this.mails = mails;
    this.confirming = confirming;
  }

  @GetMapping("/people")
  String show(Account account, Model model) {
    model.addAttribute("people", staff.of(account));
    model.addAttribute("roles", Role.values());
    model.addAttribute("proposes", account.has(Role.ADMINISTRATOR));
    model.addAttribute("confirms", account.has(Role.SECURITY_OFFICER));
    return "signin/people";
  }

  /** The link is in this answer, and in a mail to whom it is for, and nowhere else. */
  @PostMapping("/people")
  String invite(Account account, @RequestParam String handle, @RequestParam String name,
      @RequestParam(defaultValue = "") String mail, Model model) {
    Invitations.Newcomer newcomer = new Invitations.Newcomer(handle.strip(), PersonalText.of(name.strip()),
        PersonalText.of(mail.strip()));
    Optional<Secret> link = invitations.invite(account, newcomer);
    if (link.isEmpty()) {
      return "redirect:/people?refused=signin.newcomer";
    }
    return shown(account, access.account(account.company(), newcomer.handle()).orElseThrow(), link.get(),
        model);
  }

  @PostMapping("/people/{id}/invitation")
  String again(Account account, @PathVariable UUID id, Model model) {
    Optional<Secret> link = invitations.again(account, new AccountId(id));
    if (link.isEmpty()) {
      return "redirect:/people?refused=signin.not-invited";
    }
    return shown(account, access.account(account.company(), new AccountId(id)).orElseThrow(), link.get(),
        model);
  }

  @PostMapping("/people/{id}/roles")
  String propose(Account account, @PathVariable UUID id, @RequestParam Role role) {
    return back(access.propose(account, new AccountId(id), role), "signin.proposed");
  }

  @PostMapping("/people/{id}/roles/{role}/confirm")
  String confirm(Account account, @PathVariable UUID id, @PathVariable Role role) {
    return back(confirming.confirm(account, new AccountId(id), role), "signin.confirmed");
  }

  @PostMapping("/people/{id}/roles/{role}/end")
  String endRole(Account account, @PathVariable UUID id, @PathVariable Role role) {
    return back(access.end(account, new AccountId(id), role), "signin.role-ended");
  }

  @PostMapping("/people/{id}/end")
  String end(Account account, @PathVariable UUID id) {
    return back(ending.end(account, new AccountId(id)), "signin.account-ended");
  }

  private String shown(Account by, Account invited, Secret link, Model model) {
    mails.send(invited, link).ifPresent(outcome -> model.addAttribute("mailed", "signin.mailed." + outcome));
    model.addAttribute("invitation", link.exposed());
    return show(by, model);
  }

  private static String back(Optional<AccessRefusal> refusal, String done) {
    return Back.to("/people", refusal.map(AccessRefusal::code), done);
  }
}
