package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A place that held something to be erased: a root slot, a node's memory, a copy of a package.
 *
 * @param place its stable name
 * @param confirmedAt when it confirmed, or empty if it has not
 */
public record ErasedCopy(String place, Optional<Instant> confirmedAt) {
  Json.Object json() {
    Json.Object json = Json.object().with("place", place).with("confirmed", confirmedAt.isPresent());
    return confirmedAt.map(at -> json.with("at", at.toString())).orElse(json);
  }

  static ErasedCopy of(Json.Object json) {
    json.only("place", "confirmed", "at");
    Optional<Instant> at = json.bool("confirmed")
        ? Optional.of(new Codes(json).instant("at"))
        : Optional.empty();
    if (json.has("at") != at.isPresent()) {
      throw new IllegalArgumentException("a time stands where it was confirmed, and only there");
    }
    return new ErasedCopy(json.text("place"), at);
  }
}
