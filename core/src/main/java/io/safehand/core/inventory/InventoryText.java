package io.safehand.core.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes an inventory as the YAML 1.2 of docs/formats/inventory.md: what {@link InventoryFile} reads is equal to it. */
public final class InventoryText {
  private static final DumpSettings SETTINGS = DumpSettings.builder()
      .setDefaultFlowStyle(FlowStyle.BLOCK)
      .setWidth(110)
      .build();

  private InventoryText() {}

  public static String of(Inventory inventory) {
    Map<String, Object> top = members("format", (int) InventoryFile.FORMAT, "version", inventory.version());
    inventory.kind().ifPresent(column -> top.put("kind", column));
    inventory.activity().ifPresent(field -> top.put("activity", field.text()));
    top.put("purposes", each(inventory.purposes(), InventoryText::purpose));
    top.put("fields", each(inventory.fields(), InventoryText::field));
    if (!inventory.consents().isEmpty()) {
      top.put("consents", each(inventory.consents(), InventoryText::consent));
    }
    if (!inventory.keeps().isEmpty()) {
      top.put("keep", each(inventory.keeps(), InventoryText::keep));
    }
    return new Dump(SETTINGS).dumpToString(top);
  }

  private static Map<String, Object> purpose(PurposeRule rule) {
    Map<String, Object> opens = new LinkedHashMap<>();
    for (Audience audience : Audience.values()) {
      Form form = rule.opens().get(audience);
      if (form != null) {
        opens.put(audience.code(), code(form));
      }
    }
    return members("purpose", rule.purpose().code(), "zh", rule.titleZh(), "en", rule.titleEn(), "travels",
        rule.travels(), "opens", opens);
  }

  private static Map<String, Object> field(FieldRule rule) {
    Map<String, Object> members = members("field", rule.name().text(), "column", rule.column(), "category",
        rule.category().code(), "sensitivity", code(rule.sensitivity()), "group", rule.group().text(),
        "purposes", sorted(rule.purposes(), Purpose::code), "basis", code(rule.basis()), "retention",
        rule.retention().toString());
    members.put("required", rule.required());
    members.put("identity", rule.identity());
    members.put("searchable", rule.searchable());
    return members;
  }

  private static Map<String, Object> consent(ConsentColumn rule) {
    return members("column", rule.column(), "purpose", rule.purpose().code(), "given",
        sorted(rule.given(), Function.identity()), "refused", sorted(rule.refused(), Function.identity()));
  }

  private static Map<String, Object> keep(KeepRule rule) {
    return members("rule", rule.code(), "when", rule.when().text(), "from", rule.from().text(),
        "after_year_end", rule.afterYearEnd(), "period", rule.period().toString(), "groups",
        sorted(rule.groups(), group -> group.text()), "source", rule.source());
  }

  /** In the order in which they are named, so that a person can read them. */
  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      members.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return members;
  }

  private static <R> List<Map<String, Object>> each(List<R> rules, Function<R, Map<String, Object>> members) {
    return rules.stream().map(members).toList();
  }

  /** A list of its own: one that stands in two places would be written as an alias, which the reader refuses. */
  private static <R> List<String> sorted(Collection<R> values, Function<R, String> text) {
    return new ArrayList<>(values.stream().map(text).sorted().toList());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
