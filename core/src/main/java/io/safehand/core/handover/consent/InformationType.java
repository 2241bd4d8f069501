package io.safehand.core.handover.consent;

import io.safehand.core.json.Json;

/**
 * A kind of personal information that the consent is about; never a value.
 *
 * @param field the inventory's name of it
 * @param category code of its category
 * @param sensitive whether PIPL 28 counts it as sensitive
 * @param necessary whether the purpose cannot do without it
 * @param retention ISO 8601 period from the last activity
 */
public record InformationType(String field, String category, boolean sensitive, boolean necessary,
    String retention) {
  public InformationType {
    Allowed.code(field);
    Allowed.code(category);
    Allowed.code(retention);
  }

  Json.Object json() {
    return Json.object()
        .with("field", field)
        .with("category", category)
        .with("sensitive", sensitive)
        .with("necessary", necessary)
        .with("retention", retention);
  }

  static InformationType of(Json.Object json) {
    json.only("field", "category", "sensitive", "necessary", "retention");
    return new InformationType(json.text("field"), json.text("category"), json.bool("sensitive"),
        json.bool("necessary"), json.text("retention"));
  }
}
