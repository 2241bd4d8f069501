package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.deal.deals.Deals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a person sees first: what waits, what is red and why, the deals. */
@Controller
class HomePage {
  private final Deals deals;

  HomePage(Deals deals) {
    this.deals = deals;
  }

  @GetMapping("/")
  String show(Account account, Model model) {
    model.addAttribute("deals", deals.deals(account.company()));
    return "console/home";
  }
}
