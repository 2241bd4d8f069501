package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * People of whom something is not destroyed: kept by a rule of law (封存), or by a hold.
 *
 * @param reason stable code of the rule or of the hold
 * @param people how many
 * @param until the last day
 */
public record KeptPart(String reason, long people, LocalDate until) {
  Json.Object json() {
    return Json.object().with("reason", reason).with("people", people).with("until", until.toString());
  }

  static KeptPart of(Json.Object json) {
    json.only("reason", "people", "until");
    try {
      LocalDate until = LocalDate.parse(json.text("until"));
      return new KeptPart(json.text("reason"), new Codes(json).count("people"), until);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("until is not a day", notADay);
    }
  }
}
