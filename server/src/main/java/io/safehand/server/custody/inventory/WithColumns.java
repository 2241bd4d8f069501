package io.safehand.server.custody.inventory;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.PurposeRule;
import io.safehand.core.inventory.Sensitivity;
import io.safehand.core.person.Category;
import io.safehand.core.person.CodeWord;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An inventory with more columns. Each new field is sealed together with others of its kind, purpose and sensitivity
 * only, so that what may not travel never holds back what may. Pure.
 */
final class WithColumns {
  private static final int LONGEST_GROUP = 31;

  private final Optional<Inventory> present;
  private final List<FieldRule> fields;
  private final Set<String> names = new HashSet<>();

  private WithColumns(Optional<Inventory> present) {
    this.present = present;
    this.fields = new ArrayList<>(present.map(Inventory::fields).orElse(List.of()));
    fields.forEach(field -> names.add(field.name().text()));
  }

  /** @throws io.safehand.core.inventory.InventoryRefused when it would contradict itself */
  static Inventory of(Optional<Inventory> present, List<DeclaredColumn> columns, String version) {
    WithColumns fresh = new WithColumns(present);
    columns.forEach(column -> fresh.fields.add(fresh.field(column)));
    return fresh.inventory(version);
  }

  /** The purposes that the inventory has, and behind them the usual ones that it lacks. */
  static List<PurposeRule> purposes(Optional<Inventory> present) {
    List<PurposeRule> own = present.map(Inventory::purposes).orElse(List.of());
    return Stream
        .concat(own.stream(),
            UsualPurposes.ALL.stream()
                .filter(usual -> own.stream().noneMatch(rule -> rule.purpose().equals(usual.purpose()))))
        .toList();
  }

  private Inventory inventory(String version) {
    Set<Object> kept = Stream
        .concat(fields.stream().flatMap(field -> field.purposes().stream()),
            present.stream().flatMap(old -> old.purposes().stream()).map(PurposeRule::purpose))
        .collect(Collectors.toSet());
    List<PurposeRule> purposes = purposes(present).stream()
        .filter(rule -> kept.contains(rule.purpose()))
        .toList();
    return new Inventory(version, purposes, fields, present.map(Inventory::consents).orElse(List.of()),
        present.map(Inventory::keeps).orElse(List.of()), present.flatMap(Inventory::activity),
        present.flatMap(Inventory::kind));
  }

  private FieldRule field(DeclaredColumn column) {
    return new FieldRule(new FieldName(name(column)), column.column(), column.category(),
        column.sensitivity(), group(column), Set.of(column.purpose()), column.basis(), column.retention(),
        column.identity(), column.identity(), column.identity() || isLookedUpBy(column.category()));
  }

  private String name(DeclaredColumn column) {
    String plain = column.column().strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    String first = CodeWord.is(plain, 60, '_') ? plain : column.category().code();
    String name = first;
    for (int next = 2; !names.add(name); next++) {
      name = first + "_" + next;
    }
    return name;
  }

  private static GroupName group(DeclaredColumn column) {
    String kind = column.sensitivity() == Sensitivity.SENSITIVE ? "sensitive" : kind(column.category());
    String name = kind + "_" + column.purpose().code().replace('-', '_');
    return new GroupName(name.substring(0, Math.min(name.length(), LONGEST_GROUP)));
  }

  private static String kind(Category category) {
    return switch (category) {
      case NAME, ACCOUNT, GENDER, ORGANISATION, CREDIT_CODE, DATE -> "identity";
      case RESIDENT_ID, PASSPORT, PERMIT, BIRTH_DATE -> "papers";
      case MOBILE, LANDLINE, EMAIL, QQ, WECHAT, ADDRESS, PLATE -> "contact";
      case BANK_CARD, AMOUNT -> "financial";
      case HEALTH -> "health";
      case TEXT -> "other";
    };
  }

  private static boolean isLookedUpBy(Category category) {
    return switch (category) {
      case MOBILE, EMAIL, ACCOUNT, RESIDENT_ID -> true;
      case NAME, LANDLINE, BANK_CARD, CREDIT_CODE, PASSPORT, PERMIT, PLATE, QQ, WECHAT, ADDRESS, BIRTH_DATE,
          GENDER, ORGANISATION, AMOUNT, DATE, HEALTH, TEXT ->
        false;
    };
  }
}
