package io.safehand.server.base.signin.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.signin.ApiKeys;
import io.safehand.server.base.signin.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own keys for programs. */
@Controller
class KeysPage {
  private static final int USUAL_DAYS = 90;

  private final ApiKeys keys;
  private final Clock clock;
  private final ZoneId zone;

  KeysPage(ApiKeys keys, Clock clock, ZoneId zone) {
    this.keys = keys;
    this.clock = clock;
    this.zone = zone;
  }

  @GetMapping("/account/keys")
  String show(Account account, Model model) {
    model.addAttribute("keys", keys.of(account));
    model.addAttribute("today", today());
    model.addAttribute("usual", today().plusDays(USUAL_DAYS));
    return "signin/keys";
  }

  /** The secret is in this answer and nowhere else. */
  @PostMapping("/account/keys")
  String make(Sessions.SignedIn who, @RequestParam String name,
      @RequestParam(defaultValue = "") Set<Role> roles, @RequestParam LocalDate lastDay, Model model) {
    return switch (keys.make(who, new ApiKeys.Wanted(name.strip(), roles, lastDay))) {
      case ApiKeys.Outcome.Refused refused -> "redirect:/account/keys?refused=" + refused.reason().code();
      case ApiKeys.Outcome.Made made -> {
        model.addAttribute("secret", made.secret().exposed());
        yield show(who.account(), model);
      }
    };
  }

  @PostMapping("/account/keys/{key}/end")
  String end(Account account, @PathVariable UUID key) {
    keys.end(account, account.id(), key);
    return "redirect:/account/keys?done=signin.key-ended";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
