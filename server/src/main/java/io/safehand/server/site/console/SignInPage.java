package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Session;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPage {
  private final SignIns signIns;
  private final Sessions sessions;
  private final Cookies cookies;

  SignInPage(SignIns signIns, Sessions sessions, Cookies cookies) {
    this.signIns = signIns;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @GetMapping("/sign-in")
  String show(@RequestParam(defaultValue = "") String to, Model model) {
    model.addAttribute("to", Places.within(to));
    return "console/sign-in";
  }

  @PostMapping("/sign-in")
  String signIn(@RequestParam String name, @RequestParam char[] password,
      @RequestParam(defaultValue = "") String to, Model model, HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Account> account = signIns.check(name, password);
    Arrays.fill(password, ' ');
    if (account.isEmpty()) {
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
      model.addAttribute("to", Places.within(to));
      model.addAttribute("refused", true);
      return "console/sign-in";
    }
    cookies.begin(request, response, sessions.begin(account.get()));
    return "redirect:" + Places.within(to);
  }

  @PostMapping("/sign-out")
  String signOut(Account account, Session session, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(account, session.id());
    cookies.end(request, response);
    return "redirect:/sign-in?done=console.signed-out";
  }
}
