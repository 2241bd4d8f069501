package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import java.time.Instant;

/**
 * One of the two people who released a package, by account and not by name.
 *
 * @param account the account's stable code
 * @param role the role it acted in
 * @param decision id of the recorded decision
 */
public record Approval(String account, String role, String decision, Instant at) {
  public Json.Object json() {
    return Json.object()
        .with("account", account)
        .with("role", role)
        .with("decision", decision)
        .with("at", at.toString());
  }

  public static Approval of(Json.Object json) {
    json.only("account", "role", "decision", "at");
    return new Approval(json.text("account"), json.text("role"), json.text("decision"),
        new Codes(json).instant("at"));
  }
}
