package io.safehand.server.site.guide;

import io.safehand.core.person.PersonalText;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Invitations;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The firms of an operator, and founding another. Links are in the answer that makes them and nowhere else. */
@Controller
class FoundingPage {
  private final Founding founding;

  FoundingPage(Founding founding) {
    this.founding = founding;
  }

  @GetMapping("/firms")
  String show(Account account, Model model) {
    model.addAttribute("firms", founding.all(account));
    return "guide/firms";
  }

  @PostMapping("/firms")
  String found(Account account, @RequestParam String firm,
      @RequestParam(defaultValue = "false") boolean small, @RequestParam String firstHandle,
      @RequestParam String firstName, @RequestParam(defaultValue = "") String firstMail,
      @RequestParam String secondHandle, @RequestParam String secondName,
      @RequestParam(defaultValue = "") String secondMail, Model model) {
    Optional<Founding.Links> links = founding.found(account, new Founding.Firm(firm, small,
        newcomer(firstHandle, firstName, firstMail), newcomer(secondHandle, secondName, secondMail)));
    if (links.isEmpty()) {
      return "redirect:/firms?refused=guide.firm";
    }
    return shown(account, links.get(), model);
  }

  @PostMapping("/firms/{company}/invitation")
  String again(Account account, @PathVariable UUID company, Model model) {
    Optional<Founding.Links> links = founding.again(account, company);
    return links.isEmpty()
        ? "redirect:/firms?refused=signin.not-invited"
        : shown(account, links.get(), model);
  }

  private String shown(Account account, Founding.Links links, Model model) {
    model.addAttribute("first", links.administrator().exposed());
    model.addAttribute("second", links.second().exposed());
    return show(account, model);
  }

  static Invitations.Newcomer newcomer(String handle, String name, String mail) {
    return new Invitations.Newcomer(handle.strip(), PersonalText.of(name.strip()),
        PersonalText.of(mail.strip()));
  }
}
