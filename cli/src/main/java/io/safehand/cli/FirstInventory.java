package io.safehand.cli;

import io.safehand.core.detect.columns.CsvSurvey;
import io.safehand.core.detect.columns.SurveyedColumn;
import io.safehand.core.json.Json;
import io.safehand.core.person.Category;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts an inventory (docs/formats/inventory.md) from a survey: one purpose, guesses for everything, and a remark that a
 * person must decide. Secrets such as passwords are left out.
 */
final class FirstInventory {
  private final Texts texts;

  FirstInventory(Texts texts) {
    this.texts = texts;
  }

  String of(CsvSurvey.Survey survey) {
    Optional<SurveyedColumn> identity = identity(survey);
    Set<String> used = new HashSet<>();
    StringBuilder yaml = new StringBuilder("# " + texts.text("first.remark") + "\n");
    yaml.append("""
        format: 1
        version: "draft"

        purposes:
          - purpose: service
            zh: 为客户提供服务
            en: Serving the customers
            travels: true
            opens: {staff: masked, officer: full, lawyer: masked, buyer: full}

        fields:
        """);
    for (SurveyedColumn column : survey.columns()) {
      if (column.secret()) {
        yaml.append("  # ").append(texts.text("first.secret", quoted(column.name()))).append('\n');
      } else {
        yaml.append(line(column, used, identity.filter(column::equals).isPresent()));
      }
    }
    return yaml.toString();
  }

  /** The first column whose values tell all rows apart; else the first that may be one. */
  private static Optional<SurveyedColumn> identity(CsvSurvey.Survey survey) {
    return survey.columns()
        .stream()
        .filter(each -> !each.secret() && each.unique())
        .findFirst()
        .or(() -> survey.columns().stream().filter(each -> !each.secret()).findFirst());
  }

  private static String line(SurveyedColumn column, Set<String> used, boolean identity) {
    return "  - {field: " + name(column, used) + ", column: " + quoted(column.name()) + ", category: "
        + column.category().code() + ", sensitivity: "
        + (sensitive(column.category()) ? "sensitive" : "general") + ", group: " + group(column.category())
        + ",\n     purposes: [service], basis: contract, retention: P3Y"
        + (identity ? ", identity: true" : "") + "}\n";
  }

  /** YAML 1.2 reads what JSON writes. */
  private static String quoted(String text) {
    return new String(Json.text(text).canonical(), StandardCharsets.UTF_8);
  }

  private static String name(SurveyedColumn column, Set<String> used) {
    String plain = column.name()
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^[^a-z]+|_+$", "");
    String base = plain.isEmpty() || column.name().chars().anyMatch(c -> c > 0x7F)
        ? column.category().code()
        : plain;
    String name = base.substring(0, Math.min(base.length(), 58));
    String free = name;
    for (int n = 2; !used.add(free); n++) {
      free = name + "_" + n;
    }
    return free;
  }

  private static boolean sensitive(Category category) {
    return switch (category) {
      case RESIDENT_ID, BANK_CARD, PASSPORT, PERMIT, HEALTH -> true;
      case NAME, MOBILE, LANDLINE, EMAIL, CREDIT_CODE, PLATE, QQ, WECHAT, ADDRESS, BIRTH_DATE, GENDER,
          ORGANISATION, ACCOUNT, AMOUNT, DATE, TEXT ->
        false;
    };
  }

  private static String group(Category category) {
    return switch (category) {
      case NAME, ACCOUNT, GENDER -> "identity";
      case RESIDENT_ID, PASSPORT, PERMIT, BIRTH_DATE -> "papers";
      case MOBILE, LANDLINE, EMAIL, QQ, WECHAT, ADDRESS -> "contact";
      case BANK_CARD, AMOUNT -> "payment";
      case CREDIT_CODE, ORGANISATION -> "registration";
      case PLATE -> "vehicle";
      case HEALTH -> "health";
      case DATE, TEXT -> "other";
    };
  }
}
