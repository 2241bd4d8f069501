package io.safehand.core.inventory;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The inventory of personal information 个人信息清单: everything that may be held, and nothing else.
 *
 * <p>Refuses an inventory that contradicts itself: a field of an undeclared purpose, two fields of one name or
 * column, no identity key, a keep rule about an undeclared field or group.
 *
 * @param version the text by which the parties name this inventory
 * @param activity the date field from which retention runs; without it, retention runs from import
 * @param kind the column that says person 个人, sole trader 个体工商户 or organisation 单位
 */
public record Inventory(String version, List<PurposeRule> purposes, List<FieldRule> fields,
    List<ConsentColumn> consents, List<KeepRule> keeps, Optional<FieldName> activity, Optional<String> kind) {
  public static final int MOST_FIELDS = 200;

  public Inventory {
    purposes = List.copyOf(purposes);
    fields = List.copyOf(fields);
    consents = List.copyOf(consents);
    keeps = List.copyOf(keeps);
    refuseContradictions(purposes, fields, consents, keeps, activity);
  }

  /** The groups in the order in which the fields first name them. */
  public List<GroupName> groups() {
    return fields.stream().map(FieldRule::group).distinct().toList();
  }

  public Optional<FieldRule> field(FieldName name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  public List<FieldRule> fieldsOf(GroupName group) {
    return fields.stream().filter(field -> field.group().equals(group)).toList();
  }

  public Optional<PurposeRule> purpose(Purpose purpose) {
    return purposes.stream().filter(rule -> rule.purpose().equals(purpose)).findFirst();
  }

  public List<FieldRule> identityFields() {
    return fields.stream().filter(FieldRule::identity).toList();
  }

  /** Every column that an import may read: fields, consents and the kind of customer. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    fields.forEach(field -> columns.add(field.column()));
    consents.forEach(consent -> columns.add(consent.column()));
    kind.ifPresent(columns::add);
    return columns;
  }

  private static void refuseContradictions(List<PurposeRule> purposes, List<FieldRule> fields,
      List<ConsentColumn> consents, List<KeepRule> keeps, Optional<FieldName> activity) {
    if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
      throw new InventoryRefused(InventoryRefused.Why.FIELDS, MOST_FIELDS);
    }
    refuseTwice(purposes, PurposeRule::purpose, "purpose");
    refuseTwice(fields, FieldRule::name, "field");
    refuseTwice(fields, FieldRule::column, "column");
    if (fields.stream().noneMatch(FieldRule::identity)) {
      throw new InventoryRefused(InventoryRefused.Why.NO_IDENTITY);
    }
    Set<Purpose> declared = purposes.stream().map(PurposeRule::purpose).collect(Collectors.toSet());
    for (FieldRule field : fields) {
      field.purposes()
          .stream()
          .filter(purpose -> !declared.contains(purpose))
          .findFirst()
          .ifPresent(purpose -> refuse("field " + field.name(), "purpose " + purpose));
    }
    consents.stream()
        .filter(consent -> !declared.contains(consent.purpose()))
        .findFirst()
        .ifPresent(consent -> refuse("consent column " + consent.column(), "purpose " + consent.purpose()));
    refuseUnknownFields(fields, keeps, activity);
  }

  private static void refuseUnknownFields(List<FieldRule> fields, List<KeepRule> keeps,
      Optional<FieldName> activity) {
    Set<FieldName> names = fields.stream().map(FieldRule::name).collect(Collectors.toSet());
    Set<GroupName> groups = fields.stream().map(FieldRule::group).collect(Collectors.toSet());
    activity.filter(field -> !names.contains(field)).ifPresent(field -> refuse("activity", "field " + field));
    for (KeepRule keep : keeps) {
      if (!names.contains(keep.when()) || !names.contains(keep.from())
          || !groups.containsAll(keep.groups())) {
        refuse("keep rule " + keep.code(), "a field or group");
      }
    }
  }

  private static void refuse(String place, String what) {
    throw new InventoryRefused(InventoryRefused.Why.UNDECLARED, place, what);
  }

  private static <T> void refuseTwice(List<T> rules, Function<T, Object> key, String what) {
    Set<Object> seen = new HashSet<>();
    for (T rule : rules) {
      if (!seen.add(key.apply(rule))) {
        throw new InventoryRefused(InventoryRefused.Why.TWICE, what, key.apply(rule));
      }
    }
  }

  /** Fields by name, for reading a sealed group. */
  public Map<FieldName, FieldRule> byName() {
    return fields.stream().collect(Collectors.toMap(FieldRule::name, Function.identity()));
  }
}
