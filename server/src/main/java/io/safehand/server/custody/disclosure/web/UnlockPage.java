package io.safehand.server.custody.disclosure.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.custody.disclosure.BulkReads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets one's own programs read many people for a minute; asked for again who one is before. */
@Controller
class UnlockPage {
  private final BulkReads bulk;

  UnlockPage(BulkReads bulk) {
    this.bulk = bulk;
  }

  @GetMapping("/customers/unlock")
  String show(Account account, Model model) {
    model.addAttribute("until", bulk.unlocked(account));
    model.addAttribute("left", bulk.left(account));
    return "disclosure/unlock";
  }

  @PostMapping("/customers/unlock")
  String unlock(Sessions.SignedIn who) {
    bulk.unlock(who);
    return "redirect:/customers/unlock?done=disclosure.unlocked";
  }
}
