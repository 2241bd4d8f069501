package io.safehand.server.base.signin.web;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.signin.Origin;
import io.safehand.server.base.signin.Passkeys;
import io.safehand.server.base.signin.Sessions;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own passkeys. */
@Controller
class PasskeysPage {
  private final Passkeys passkeys;

  PasskeysPage(Passkeys passkeys) {
    this.passkeys = passkeys;
  }

  @GetMapping("/account/passkeys")
  String show(Account account, Model model) {
    model.addAttribute("passkeys", passkeys.of(account));
    return "signin/passkeys";
  }

  @PostMapping("/account/passkeys/options")
  ResponseEntity<String> options(Sessions.SignedIn who, Origin origin) {
    return json(passkeys.creation(who, origin));
  }

  @PostMapping("/account/passkeys")
  ResponseEntity<String> add(Sessions.SignedIn who, Origin origin,
      @RequestParam(defaultValue = "") String name, @RequestBody String answer) {
    boolean added = passkeys.add(who, origin, name.strip(), answer);
    return json("{\"to\":\"/account/passkeys"
        + (added ? "?done=signin.passkey-added" : "?refused=signin.passkey") + "\"}");
  }

  @PostMapping("/account/passkeys/{id}/end")
  String end(Account account, @PathVariable UUID id) {
    passkeys.end(account, id);
    return "redirect:/account/passkeys?done=signin.passkey-ended";
  }

  private static ResponseEntity<String> json(String body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
