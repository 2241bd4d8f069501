package io.safehand.core.handover.consent;

import io.safehand.core.handover.manifest.Codes;
import io.safehand.core.json.Json;
import java.util.Set;

/**
 * The notice that was answered.
 *
 * @param version counts the notices of the purpose from 1
 * @param sha256 of its text in this language
 * @param served id of the notice as it went to this person; empty when it was shown or read out
 */
public record AnsweredNotice(long version, String sha256, String language, String served) {
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  public AnsweredNotice {
    Allowed.oneOf(LANGUAGES, language);
    if (!served.isEmpty()) {
      Allowed.code(served);
    }
    if (version < 1) {
      throw new IllegalArgumentException("notices count from 1");
    }
  }

  Json.Object json() {
    return Json.object()
        .with("version", version)
        .with("sha256", sha256)
        .with("language", language)
        .with("served", served);
  }

  static AnsweredNotice of(Json.Object json) {
    json.only("version", "sha256", "language", "served");
    return new AnsweredNotice(json.number("version"), new Codes(json).hash("sha256"), json.text("language"),
        json.text("served"));
  }
}
