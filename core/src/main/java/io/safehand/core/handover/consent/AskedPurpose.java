package io.safehand.core.handover.consent;

import io.safehand.core.json.Json;

/** What it was asked for: the inventory's code and title. */
public record AskedPurpose(String code, String zh, String en) {
  public AskedPurpose {
    Allowed.code(code);
    Allowed.name(zh);
    Allowed.name(en);
  }

  Json.Object json() {
    return Json.object().with("code", code).with("zh", zh).with("en", en);
  }

  static AskedPurpose of(Json.Object json) {
    json.only("code", "zh", "en");
    return new AskedPurpose(json.text("code"), json.text("zh"), json.text("en"));
  }
}
