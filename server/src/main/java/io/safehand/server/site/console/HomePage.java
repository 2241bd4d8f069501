package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.deal.deals.Assignments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person sees first: what waits for them, and the deals they know of. */
@Controller
class HomePage {
  private final Assignments assignments;
  private final Waiting waiting;

  HomePage(Assignments assignments, Waiting waiting) {
    this.assignments = assignments;
    this.waiting = waiting;
  }

  @GetMapping("/")
  String show(Account account, Model model) {
    model.addAttribute("waiting", waiting.of(account));
    model.addAttribute("deals", assignments.deals(account));
    return "console/home";
  }

  @GetMapping("/duties")
  String duties(Account account, Model model) {
    model.addAttribute("waiting", waiting.of(account));
    return "console/duties";
  }
}
