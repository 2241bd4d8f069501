package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.SessionToken;
import io.safehand.server.base.signin.SigningIn;
import io.safehand.server.base.signin.SigningInElsewhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** To another house and back from it: to sign in, or to link one's own account. */
@Controller
class ElsewherePage {
  private static final String REFUSED = "?refused=console.elsewhere";

  private final SigningInElsewhere elsewhere;
  private final Cookies cookies;

  ElsewherePage(SigningInElsewhere elsewhere, Cookies cookies) {
    this.elsewhere = elsewhere;
    this.cookies = cookies;
  }

  @GetMapping("/sign-in/elsewhere")
  String signIn(HttpServletRequest request) {
    requireHouse();
    return sent(cookies.browser(request).flatMap(elsewhere::ask), "/sign-in");
  }

  @GetMapping("/account/elsewhere")
  String show(Account account, Model model) {
    model.addAttribute("house", elsewhere.house().orElse(""));
    model.addAttribute("links", elsewhere.of(account));
    return "console/elsewhere";
  }

  @GetMapping("/account/elsewhere/new")
  String link(Account account, HttpServletRequest request) {
    return sent(cookies.browser(request).flatMap(browser -> elsewhere.askToLink(browser, account)),
        "/account/elsewhere");
  }

  @PostMapping("/account/elsewhere/{id}/end")
  String end(Account account, @PathVariable UUID id) {
    elsewhere.end(account, id);
    return "redirect:/account/elsewhere?done=console.elsewhere-ended";
  }

  @GetMapping("/sign-in/elsewhere/back")
  String back(@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String code,
      HttpServletRequest request, HttpServletResponse response) {
    requireHouse();
    Optional<SessionToken> browser = cookies.browser(request);
    SigningInElsewhere.Outcome outcome = browser
        .map(known -> elsewhere.answer(known, state, code, request.getRemoteAddr()))
        .orElseGet(SigningInElsewhere.Outcome.Refused::new);
    return switch (outcome) {
      case SigningInElsewhere.Outcome.Linked linked ->
        "redirect:/account/elsewhere?done=console.elsewhere-linked";
      case SigningInElsewhere.Outcome.Refused refused ->
        "redirect:" + (cookies.session(request).isPresent() ? "/account/elsewhere" : "/sign-in") + REFUSED;
      case SigningInElsewhere.Outcome.Signed signed -> after(signed.step(), request, response);
    };
  }

  private String after(SigningIn.Step step, HttpServletRequest request, HttpServletResponse response) {
    return switch (step) {
      case SigningIn.Step.Begun begun -> {
        cookies.begin(request, response, begun.session());
        yield "redirect:/";
      }
      case SigningIn.Step.CodeNeeded needed -> {
        cookies.visit(request, response, needed.half());
        yield "redirect:/sign-in/code";
      }
      case SigningIn.Step.Refused refused -> "redirect:/sign-in" + REFUSED;
      case SigningIn.Step.Locked locked -> "redirect:/sign-in" + REFUSED;
    };
  }

  private void requireHouse() {
    if (elsewhere.house().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static String sent(Optional<URI> there, String otherwise) {
    return "redirect:" + there.map(URI::toString).orElse(otherwise + REFUSED);
  }
}
