package io.safehand.core.handover.manifest;

import io.safehand.core.json.Json;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.util.List;

/**
 * A field of the seller's inventory that may be in the package.
 *
 * @param category code of what it holds
 * @param sensitivity code of the inventory
 * @param basis code of the legal basis
 * @param purposes codes of what it may be used for
 */
public record MovedField(FieldName name, GroupName group, String category, String sensitivity, String basis,
    List<String> purposes) {
  public MovedField {
    purposes = List.copyOf(purposes);
  }

  Json.Object json() {
    return Json.object()
        .with("name", name.text())
        .with("group", group.text())
        .with("category", category)
        .with("sensitivity", sensitivity)
        .with("basis", basis)
        .with("purposes", Codes.json(purposes));
  }

  static MovedField of(Json.Object json) {
    json.only("name", "group", "category", "sensitivity", "basis", "purposes");
    return new MovedField(new FieldName(json.text("name")), new GroupName(json.text("group")),
        json.text("category"), json.text("sensitivity"), json.text("basis"),
        new Codes(json).texts("purposes"));
  }
}
