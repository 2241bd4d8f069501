package io.safehand.core.custody.intake;

import io.safehand.core.custody.stored.Kept;
import io.safehand.core.custody.stored.CustomerKind;
import io.safehand.core.custody.stored.RecordFacts;

import io.safehand.core.detect.identifiers.CheckResult;
import io.safehand.core.detect.identifiers.Checks;
import io.safehand.core.detect.rows.SourceRow;
import io.safehand.core.inventory.ConsentColumn;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.KeepRule;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.Category;
import io.safehand.core.person.FieldName;
import io.safehand.core.rules.Answer;
import io.safehand.core.rules.Childhood;
import io.safehand.core.rules.StandingAnswer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a row of the source against the inventory: what is not declared is never looked at, a damaged optional
 * value is left out, and only a missing or damaged required value costs the row.
 *
 * <p>Pure and safe to share between threads.
 */
final class RowChecking {
  static final int LONGEST_VALUE_BYTES = 0xffff;

  private final Inventory inventory;
  private final FieldRule[] fields;
  private final int[] columns;
  private final int kindColumn;
  private final int[] consentColumns;
  private final int activityField;
  private final LocalDate today;
  private final Checks checks = new Checks();

  /** @param header the columns of the source; every column the inventory requires must be among them */
  RowChecking(Inventory inventory, List<String> header, LocalDate today) {
    this.inventory = inventory;
    this.fields = inventory.fields().toArray(FieldRule[]::new);
    this.columns = inventory.fields().stream().mapToInt(field -> header.indexOf(field.column())).toArray();
    this.kindColumn = inventory.kind().map(header::indexOf).orElse(-1);
    this.consentColumns = inventory.consents()
        .stream()
        .mapToInt(consent -> header.indexOf(consent.column()))
        .toArray();
    this.activityField = inventory.activity().map(this::position).orElse(-1);
    this.today = today;
  }

  /** The row as it may be taken in, or the reason why it may not: {@code field:reason}. */
  Outcome check(SourceRow row) {
    @Nullable
    String[] values = new String[fields.length];
    List<String> leftOut = null;
    for (int i = 0; i < fields.length; i++) {
      String cell = columns[i] < 0 ? "" : row.cell(columns[i]);
      if (!cell.isBlank()) {
        String damage = take(i, cell, values);
        if (damage != null && !fields[i].required()) {
          leftOut = leftOut == null ? new ArrayList<>(2) : leftOut;
          leftOut.add(fields[i].name() + ":" + damage);
        } else if (damage != null) {
          return new Outcome.Refused(fields[i].name() + ":" + damage);
        }
      } else if (fields[i].required()) {
        return new Outcome.Refused(fields[i].name() + ":value.missing");
      }
    }
    Optional<CustomerKind> kind = CustomerKind.ofCell(kindColumn < 0 ? "" : row.cell(kindColumn));
    if (kind.isEmpty()) {
      return new Outcome.Refused("row:kind.unknown");
    }
    return new Outcome.Accepted(new CheckedRow(row.number(), values, identity(values),
        facts(kind.get(), values), answers(row), leftOut == null ? List.of() : leftOut));
  }

  /** Puts the normalised value in its place, or returns the code of the damage. */
  private @Nullable String take(int field, String cell, @Nullable String[] values) {
    Category category = fields[field].category();
    if (category == Category.DATE || category == Category.BIRTH_DATE) {
      Optional<LocalDate> date = DateText.read(cell.strip());
      boolean unborn = category == Category.BIRTH_DATE && date.filter(today::isBefore).isPresent();
      values[field] = unborn ? null : date.map(LocalDate::toString).orElse(null);
      return unborn ? "birth_date.future" : date.isEmpty() ? "date.unreadable" : null;
    }
    String damage = checked(field, cell, category, values);
    String held = values[field];
    if (category == Category.RESIDENT_ID && held != null && born(held).filter(today::isBefore).isPresent()) {
      values[field] = null;
      return "id.future";
    }
    return damage;
  }

  private @Nullable String checked(int field, String cell, Category category, @Nullable String[] values) {
    return switch (checks.check(category, cell)) {
      case CheckResult.Valid valid -> hold(field, valid.normalised(), values);
      case CheckResult.Doubtful doubtful -> hold(field, doubtful.normalised(), values);
      case CheckResult.Damaged damaged -> damaged.reason();
    };
  }

  private static @Nullable String hold(int field, String value, @Nullable String[] values) {
    if (value.length() > LONGEST_VALUE_BYTES / 4
        && value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE_BYTES) {
      return "value.too-long";
    }
    values[field] = value;
    return null;
  }

  private String identity(@Nullable String[] values) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].identity()) {
        Tagging.appendIdentity(key, String.valueOf(values[i]));
      }
    }
    return key.toString();
  }

  private RecordFacts facts(CustomerKind kind, @Nullable String[] values) {
    LocalDate activeOn = activityField < 0 ? today : date(values[activityField]).orElse(today);
    return new RecordFacts(kind, activeOn, isChild(values), kept(values), false);
  }

  /** Whether any date of birth that the row gives is a child's; who gives none is none. */
  private boolean isChild(@Nullable String[] values) {
    for (int i = 0; i < fields.length; i++) {
      String value = values[i];
      if (value == null) {
        continue;
      }
      Optional<LocalDate> born = switch (fields[i].category()) {
        case BIRTH_DATE -> date(value);
        case RESIDENT_ID -> born(value);
        default -> Optional.empty();
      };
      if (born.filter(day -> Childhood.isChild(day, today)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<LocalDate> born(String residentId) {
    return residentId.length() == 18 ? DateText.read(residentId.substring(6, 14)) : Optional.empty();
  }

  /** The longest of the periods that law orders, as far as they still run. */
  private Optional<Kept> kept(@Nullable String[] values) {
    Kept longest = null;
    for (KeepRule rule : inventory.keeps()) {
      Optional<LocalDate> from = date(values[position(rule.from())]);
      if (values[position(rule.when())] != null && from.isPresent()) {
        LocalDate until = rule.until(from.get());
        if (until.isAfter(today) && (longest == null || until.isAfter(longest.until()))) {
          longest = new Kept(rule.code(), until);
        }
      }
    }
    return Optional.ofNullable(longest);
  }

  private Map<Purpose, StandingAnswer> answers(SourceRow row) {
    if (consentColumns.length == 0) {
      return Map.of();
    }
    Map<Purpose, StandingAnswer> answers = new HashMap<>();
    for (int i = 0; i < consentColumns.length; i++) {
      ConsentColumn consent = inventory.consents().get(i);
      String cell = consentColumns[i] < 0 ? "" : row.cell(consentColumns[i]).strip();
      if (consent.given().contains(cell)) {
        answers.put(consent.purpose(), StandingAnswer.of(Answer.GIVEN));
      } else if (consent.refused().contains(cell)) {
        answers.put(consent.purpose(), StandingAnswer.of(Answer.REFUSED));
      }
    }
    return answers;
  }

  private int position(FieldName name) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("the inventory lost field " + name);
  }

  private static Optional<LocalDate> date(@Nullable String value) {
    return value == null ? Optional.empty() : DateText.read(value);
  }

  /** What became of a row. */
  sealed interface Outcome {
    record Accepted(CheckedRow row) implements Outcome {}

    record Refused(String reason) implements Outcome {}
  }
}
