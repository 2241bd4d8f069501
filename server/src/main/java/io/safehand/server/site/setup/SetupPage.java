package io.safehand.server.site.setup;

import io.safehand.server.base.access.Company;
import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.Keys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where the link of a first start leads. Looking uses nothing up; without a link there is no such page. */
@Controller
class SetupPage {
  private static final String CLAIM = "safehand_setup";

  private final FirstStart firstStart;
  private final Keys keys;
  private final SettingUp settingUp;

  SetupPage(FirstStart firstStart, Keys keys, SettingUp settingUp) {
    this.firstStart = firstStart;
    this.keys = keys;
    this.settingUp = settingUp;
  }

  @GetMapping("/setup")
  String show(@RequestParam(defaultValue = "") String token,
      @CookieValue(name = CLAIM, defaultValue = "") String claim, Model model) {
    requireOffered();
    if (!keys.isOpen() && !firstStart.isNeeded()) {
      return "redirect:/unseal";
    }
    if (!firstStart.isClaim(claim)) {
      model.addAttribute("token", token);
      return "setup/open";
    }
    return form(new Entry(null, null, null, "", Company.Kind.OPERATOR, "", "", false), model);
  }

  @PostMapping("/setup/open")
  String open(@RequestParam String token, HttpServletRequest request, HttpServletResponse response) {
    requireOffered();
    return firstStart.redeem(token).map(claim -> {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(claim, request).toString());
      return "redirect:/setup";
    }).orElse("redirect:/setup?refused=setup.link");
  }

  @PostMapping("/setup")
  String found(Entry entry, @CookieValue(name = CLAIM, defaultValue = "") String claim, Model model) {
    requireOffered();
    SettingUp.Outcome outcome = settingUp.found(claim, entry);
    entry.clear();
    return switch (outcome) {
      case SettingUp.Outcome.Founded founded -> {
        model.addAttribute("sheet", founded.sheet());
        model.addAttribute("administrator", founded.administrator().exposed());
        model.addAttribute("officer", founded.officer().exposed());
        model.addAttribute("officerHandle", entry.officer());
        yield "setup/sheet";
      }
      case SettingUp.Outcome.Refused refused -> {
        model.addAttribute("reason", "refused." + refused.reason());
        yield form(entry, model);
      }
    };
  }

  private String form(Entry entry, Model model) {
    model.addAttribute("entry", entry);
    model.addAttribute("needsHouse", firstStart.isNeeded());
    model.addAttribute("shortest", FirstStart.SHORTEST_PASSPHRASE);
    model.addAttribute("kinds", Company.Kind.values());
    return "setup/form";
  }

  private void requireOffered() {
    if (!firstStart.isOffered()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static ResponseCookie cookie(String claim, HttpServletRequest request) {
    return ResponseCookie.from(CLAIM, claim)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/setup")
        .build();
  }
}
