package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A server that held keys.
 *
 * @param place its stable name
 * @param droppedAt when it confirmed that it dropped the root and the pages under it, or empty if it has not
 * @param ended whether its process has ended since, so that its memory counts as clean
 */
public record Node(String place, Optional<Instant> droppedAt, boolean ended) {
  Json.Object json() {
    Json.Object json = Json.object()
        .with("place", place)
        .with("confirmed", droppedAt.isPresent())
        .with("ended", ended);
    return droppedAt.map(at -> json.with("at", at.toString())).orElse(json);
  }

  static Node of(Json.Object json) {
    json.only("place", "confirmed", "at", "ended");
    if (json.has("at") != json.bool("confirmed")) {
      throw new IllegalArgumentException("a time stands where it was confirmed, and only there");
    }
    Optional<Instant> at = json.has("at") ? Optional.of(new Codes(json).instant("at")) : Optional.empty();
    return new Node(json.text("place"), at, json.bool("ended"));
  }
}
