package io.safehand.core.handover.document;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import io.safehand.core.json.JsonRefused;
import java.time.Instant;
import java.util.List;

/**
 * How far one part of a destruction is: the keys, or the search tags.
 *
 * @param at when it was done, or when it is due at the latest
 * @param waitingFor who has not confirmed; empty when done, never empty when pending
 */
public record Stage(Progress progress, Instant at, List<String> waitingFor) {
  public Stage {
    waitingFor = List.copyOf(waitingFor);
    if (waitingFor.isEmpty() == (progress == Progress.PENDING)) {
      throw new IllegalArgumentException("a pending stage names who has not confirmed, a done one nobody");
    }
  }

  public static Stage done(Instant at) {
    return new Stage(Progress.DONE, at, List.of());
  }

  public static Stage pending(Instant due, List<String> waitingFor) {
    return new Stage(Progress.PENDING, due, waitingFor);
  }

  Json.Object json() {
    return Json.object()
        .with("state", progress.name())
        .with("at", at.toString())
        .with("waitingFor", Codes.json(waitingFor));
  }

  static Stage of(Json.Object json) {
    json.only("state", "at", "waitingFor");
    Codes codes = new Codes(json);
    Progress progress = switch (json.text("state")) {
      case "DONE" -> Progress.DONE;
      case "PENDING" -> Progress.PENDING;
      default -> throw new JsonRefused("state is not known");
    };
    return new Stage(progress, codes.instant("at"), codes.texts("waitingFor"));
  }
}
