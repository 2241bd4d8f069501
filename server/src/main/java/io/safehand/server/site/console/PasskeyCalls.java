package io.safehand.server.site.console;

import io.safehand.core.json.Json;
import io.safehand.server.base.signin.Origin;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.base.signin.ShowingPasskeys;
import io.safehand.server.base.signin.SigningIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and proving oneself anew by a passkey: what the browser's script asks, and what it answers. */
@Controller
class PasskeyCalls {
  private final ShowingPasskeys passkeys;
  private final Cookies cookies;

  PasskeyCalls(ShowingPasskeys passkeys, Cookies cookies) {
    this.passkeys = passkeys;
    this.cookies = cookies;
  }

  @PostMapping("/sign-in/passkey/options")
  ResponseEntity<String> options(Origin origin, HttpServletRequest request) {
    return cookies.browser(request)
        .map(browser -> passkeys.signInBy(browser, origin, request.getRemoteAddr())
            .map(PasskeyCalls::json)
            .orElseGet(() -> refused(HttpStatus.TOO_MANY_REQUESTS)))
        .orElseGet(() -> refused(HttpStatus.BAD_REQUEST));
  }

  @PostMapping("/sign-in/passkey")
  ResponseEntity<String> signIn(Origin origin, @RequestBody String answer,
      @RequestParam(defaultValue = "") String to, HttpServletRequest request, HttpServletResponse response) {
    SigningIn.Step step = cookies.browser(request)
        .map(browser -> passkeys.signIn(browser, origin, answer, request.getRemoteAddr()))
        .orElseGet(SigningIn.Step.Refused::new);
    return switch (step) {
      case SigningIn.Step.Begun begun -> {
        cookies.begin(request, response, begun.session());
        yield goOn(to);
      }
      case SigningIn.Step.CodeNeeded needed -> refused(HttpStatus.UNAUTHORIZED);
      case SigningIn.Step.Refused refused -> refused(HttpStatus.UNAUTHORIZED);
      case SigningIn.Step.Locked locked -> refused(HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  @PostMapping("/step-up/passkey/options")
  ResponseEntity<String> stepUpOptions(Sessions.SignedIn who, Origin origin) {
    return json(passkeys.proveBy(who, origin));
  }

  @PostMapping("/step-up/passkey")
  ResponseEntity<String> stepUp(Sessions.SignedIn who, Origin origin, @RequestBody String answer,
      @RequestParam(defaultValue = "") String to) {
    return passkeys.prove(who, origin, answer) ? goOn(to) : refused(HttpStatus.FORBIDDEN);
  }

  private static ResponseEntity<String> goOn(String to) {
    return json(new String(Json.object().with("to", Places.within(to)).canonical(), StandardCharsets.UTF_8));
  }

  private static ResponseEntity<String> refused(HttpStatus status) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body("{}");
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
