package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * The rule that decided who and what moves.
 *
 * @param code stable code, e.g. {@code cn.pipl.22}
 * @param version version of the rule set
 * @param sha256 hash of its text as applied, 64 hexadecimal digits
 */
public record AppliedRule(String code, String version, String sha256) {
  Json.Object json() {
    return Json.object().with("code", code).with("version", version).with("sha256", sha256);
  }

  static AppliedRule of(Json.Object json) {
    json.only("code", "version", "sha256");
    return new AppliedRule(json.text("code"), json.text("version"), new Codes(json).hash("sha256"));
  }
}
