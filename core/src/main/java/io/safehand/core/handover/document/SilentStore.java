package io.safehand.core.handover.document;

import io.safehand.core.json.Json;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A store that could not confirm.
 *
 * @param store its stable name
 * @param mediaExpire when its media are gone or overwritten
 */
public record SilentStore(String store, LocalDate mediaExpire) {
  Json.Object json() {
    return Json.object().with("store", store).with("mediaExpire", mediaExpire.toString());
  }

  static SilentStore of(Json.Object json) {
    json.only("store", "mediaExpire");
    try {
      return new SilentStore(json.text("store"), LocalDate.parse(json.text("mediaExpire")));
    } catch (DateTimeParseException notADay) {
      throw new IllegalArgumentException("mediaExpire is not a day", notADay);
    }
  }
}
