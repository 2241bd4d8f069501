package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * People of whom something is not destroyed: kept by a rule of law (封存), or by a hold.
 *
 * @param reason stable code of the rule or of the hold
 * @param people how many
 * @param until the last day; empty where a hold stays until it is lifted
 */
public record KeptPart(String reason, long people, Optional<LocalDate> until) {
  Json.Object json() {
    Json.Object json = Json.object().with("reason", reason).with("people", people);
    return until.map(day -> json.with("until", day.toString())).orElse(json);
  }

  static KeptPart of(Json.Object json) {
    json.only("reason", "people", "until");
    try {
      Optional<LocalDate> until = json.has("until")
          ? Optional.of(LocalDate.parse(json.text("until")))
          : Optional.empty();
      return new KeptPart(json.text("reason"), new Codes(json).count("people"), until);
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("until is not a day", notADay);
    }
  }
}
