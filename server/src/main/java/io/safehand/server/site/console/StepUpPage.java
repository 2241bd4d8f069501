package io.safehand.server.site.console;

import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proving again who one is, before an act that cannot be taken back. */
@Controller
class StepUpPage {
  private final SignIns signIns;
  private final Sessions sessions;

  StepUpPage(SignIns signIns, Sessions sessions) {
    this.signIns = signIns;
    this.sessions = sessions;
  }

  @GetMapping("/step-up")
  String show(@RequestParam(defaultValue = "") String to, Model model) {
    model.addAttribute("to", Places.within(to));
    return "console/step-up";
  }

  @PostMapping("/step-up")
  String prove(@RequestParam char[] password, @RequestParam(defaultValue = "") String to,
      Sessions.SignedIn who, Model model, HttpServletResponse response) {
    boolean proven = signIns.proves(who.account(), password);
    Arrays.fill(password, ' ');
    if (!proven) {
      response.setStatus(HttpStatus.FORBIDDEN.value());
      model.addAttribute("to", Places.within(to));
      model.addAttribute("refused", true);
      return "console/step-up";
    }
    sessions.steppedUp(who);
    return "redirect:" + Places.within(to);
  }
}
