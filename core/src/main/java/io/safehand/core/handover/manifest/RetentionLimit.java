package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;

/**
 * How long the buyer may keep what a rule names.
 *
 * @param rule stable code of the rule
 * @param days whole days from the event the rule names; 0 when only the date of the record counts
 */
public record RetentionLimit(String rule, long days) {
  Json.Object json() {
    return Json.object().with("rule", rule).with("days", days);
  }

  static RetentionLimit of(Json.Object json) {
    json.only("rule", "days");
    return new RetentionLimit(json.text("rule"), new Codes(json).count("days"));
  }
}
