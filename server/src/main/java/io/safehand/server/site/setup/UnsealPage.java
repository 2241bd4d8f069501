package io.safehand.server.site.setup;

import io.safehand.core.vault.root.WrongPassphrase;
import io.safehand.server.base.keys.FirstStart;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.start.Listening;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a sealed server says to everybody, and where the passphrase is brought. An open one has no such page. */
@Controller
class UnsealPage {
  private static final Logger LOG = LoggerFactory.getLogger(UnsealPage.class);

  private final Keys keys;
  private final FirstStart firstStart;
  private final Pauses pauses;

  UnsealPage(Keys keys, FirstStart firstStart, Clock clock) {
    this.keys = keys;
    this.firstStart = firstStart;
    this.pauses = new Pauses(clock);
  }

  @GetMapping("/unseal")
  String show(HttpServletRequest request, HttpServletResponse response, Model model) {
    if (keys.isOpen()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    model.addAttribute("isNew", firstStart.isNeeded());
    model.addAttribute("isSafe", isSafe(request));
    return "setup/unseal";
  }

  @PostMapping("/unseal")
  String unseal(@RequestParam char[] passphrase, HttpServletRequest request, HttpServletResponse response,
      Model model) {
    Optional<String> refused = keys.isOpen() ? Optional.empty() : refused(passphrase, request, model);
    Arrays.fill(passphrase, ' ');
    if (refused.isEmpty()) {
      return "redirect:/sign-in?done=setup.unsealed";
    }
    model.addAttribute("reason", refused.get());
    return show(request, response, model);
  }

  private Optional<String> refused(char[] passphrase, HttpServletRequest request, Model model) {
    if (firstStart.isNeeded() || !isSafe(request)) {
      return Optional.of("setup.unseal.not-here");
    }
    Pause pause = pauses.of(request);
    Optional<Instant> next = pause.tried();
    if (next.isPresent()) {
      model.addAttribute("next", next.get());
      return Optional.of("setup.unseal.wait");
    }
    return opened(passphrase, pause);
  }

  private Optional<String> opened(char[] passphrase, Pause pause) {
    try {
      keys.unseal(passphrase);
      pause.over();
      return Optional.empty();
    } catch (WrongPassphrase wrong) {
      return Optional.of("setup.unseal.wrong");
    } catch (RuntimeException failure) {
      LOG.error("the server stays sealed", failure);
      return Optional.of("setup.unseal.broken");
    }
  }

  /** A passphrase comes over TLS, or from this machine itself and through no proxy. */
  private static boolean isSafe(HttpServletRequest request) {
    return request.isSecure() || Listening.isDirect(request);
  }
}
