package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Factor;
import io.safehand.server.base.signin.Passkeys;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proving again who one is, before an act that cannot be taken back. */
@Controller
class StepUpPage {
  /** The form that was sent is empty again. */
  private static final String AGAIN = "?done=console.proven";

  private final SigningIn signingIn;
  private final Passkeys passkeys;
  private final Postponed postponed;

  StepUpPage(SigningIn signingIn, Passkeys passkeys, Postponed postponed) {
    this.signingIn = signingIn;
    this.passkeys = passkeys;
    this.postponed = postponed;
  }

  @GetMapping("/step-up")
  String show(@RequestParam(defaultValue = "") String to, @RequestParam(defaultValue = "false") boolean again,
      Account account, HttpServletRequest request, Model model) {
    postponed.of(request).ifPresent(act -> {
      model.addAttribute("act", act);
      model.addAttribute("seal", request.getParameter("seal"));
    });
    model.addAttribute("to", Places.within(to));
    model.addAttribute("again", again);
    model.addAttribute("byCode", signingIn.proof(account) == Factor.TOTP);
    model.addAttribute("byPasskey", !passkeys.of(account).isEmpty());
    return "console/step-up";
  }

  @PostMapping("/step-up")
  String prove(@RequestParam String proof, @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "false") boolean again, Sessions.SignedIn who, Model model,
      HttpServletRequest request, HttpServletResponse response) {
    if (signingIn.proveAgain(who, proof)) {
      return postponed.of(request)
          .map(act -> "forward:" + act)
          .orElse("redirect:" + Places.within(to) + (again ? AGAIN : ""));
    }
    response.setStatus(HttpStatus.FORBIDDEN.value());
    model.addAttribute("refused", true);
    return show(to, again, who.account(), request, model);
  }
}
