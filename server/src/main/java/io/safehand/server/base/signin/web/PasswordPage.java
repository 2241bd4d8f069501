package io.safehand.server.base.signin.web;

import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another password for oneself; it ends one's other sessions. */
@Controller
class PasswordPage {
  private final SignIns signIns;
  private final Sessions sessions;

  PasswordPage(SignIns signIns, Sessions sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
  }

  @GetMapping("/account/password")
  String show() {
    return "signin/password";
  }

  @PostMapping("/account/password")
  String change(Sessions.SignedIn who, @RequestParam char[] password) {
    String name = signIns.name(who.account()).orElse(who.account().handle());
    Optional<SignIns.Refusal> refusal = signIns.set(who.account(), name, password);
    Arrays.fill(password, ' ');
    if (refusal.isPresent()) {
      return "redirect:/account/password?refused=" + refusal.get().code();
    }
    sessions.endOthers(who);
    return "redirect:/account?done=signin.password";
  }
}
