package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.View;
import io.safehand.core.json.Json;
import io.safehand.core.rules.Disclosure.Full;
import io.safehand.core.rules.Disclosure.Masked;
import io.safehand.core.rules.Disclosure.Pseudonym;
import io.safehand.core.rules.Disclosure.Withheld;

/** How the API tells of a record: each field in its form, or withheld, with the reason. */
final class FieldJson {
  private FieldJson() {}

  static Json.Object record(View view) {
    return Json.object()
        .with("person", view.person().toString())
        .with("fields", view.fields().stream().map(FieldJson::field).toList());
  }

  private static Json.Object field(View.Field field) {
    Json.Object named = Json.object().with("field", field.name().text());
    return switch (field.decision()) {
      case Full full -> shown(named, field, "full").with("basis", full.basis().name());
      case Masked masked -> shown(named, field, "masked").with("basis", masked.basis().name());
      case Pseudonym pseudonym -> shown(named, field, "pseudonym").with("basis", pseudonym.basis().name());
      case Withheld withheld -> named.with("form", "withheld").with("reason", withheld.reason().code());
    };
  }

  private static Json.Object shown(Json.Object named, View.Field field, String form) {
    return named.with("form", form).with("value", field.shown().exposed());
  }
}
