package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Session;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.SigningIn;
import io.safehand.server.base.signin.SigningInElsewhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInPage {
  private final SigningIn signingIn;
  private final SigningInElsewhere elsewhere;
  private final Sessions sessions;
  private final Cookies cookies;

  SignInPage(SigningIn signingIn, SigningInElsewhere elsewhere, Sessions sessions, Cookies cookies) {
    this.signingIn = signingIn;
    this.elsewhere = elsewhere;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /** The other house that people may sign in by, where the settings name one. */
  @ModelAttribute("house")
  @Nullable
  String house() {
    return elsewhere.house().orElse(null);
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
    SigningIn.Step step = signingIn.byPassword(name, password,
        new SigningIn.From(request.getRemoteAddr(), cookies.mark(request)));
    Arrays.fill(password, ' ');
    model.addAttribute("to", Places.within(to));
    return after(step, "console/sign-in", model, request, response);
  }

  @GetMapping("/sign-in/code")
  String askForCode(@RequestParam(defaultValue = "") String to, Model model) {
    model.addAttribute("to", Places.within(to));
    return "console/sign-in-code";
  }

  @PostMapping("/sign-in/code")
  String signInByCode(@RequestParam String code, @RequestParam(defaultValue = "") String to, Model model,
      HttpServletRequest request, HttpServletResponse response) {
    SigningIn.Step step = cookies.half(request)
        .map(half -> signingIn.byCode(half, code))
        .orElseGet(SigningIn.Step.Refused::new);
    model.addAttribute("to", Places.within(to));
    return after(step, "console/sign-in-code", model, request, response);
  }

  private String after(SigningIn.Step step, String page, Model model, HttpServletRequest request,
      HttpServletResponse response) {
    String to = String.valueOf(model.getAttribute("to"));
    return switch (step) {
      case SigningIn.Step.Begun begun -> {
        cookies.begin(request, response, begun.session());
        yield "redirect:" + to;
      }
      case SigningIn.Step.CodeNeeded needed -> {
        cookies.visit(request, response, needed.half());
        yield "redirect:/sign-in/code?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
      }
      case SigningIn.Step.Refused refused -> {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("refused", true);
        yield page;
      }
      case SigningIn.Step.Locked locked -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        model.addAttribute("locked", locked.until());
        yield page;
      }
    };
  }

  @PostMapping("/sign-out")
  String signOut(Account account, Session session, HttpServletRequest request, HttpServletResponse response) {
    sessions.end(account, session.id());
    cookies.end(request, response);
    return "redirect:/sign-in?done=console.signed-out";
  }
}
