package io.safehand.server.custody.imports;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.Category;
import io.safehand.server.custody.records.ColumnMapping;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proposes which column of a source is which of the inventory: the same name first, then a name that differs in spaces,
 * case or marks, then the only field of what the values pass for. What holds passwords is proposed to be left out, and
 * for the rest a person must say. Pure.
 */
final class MappingProposal {
  private final Inventory inventory;
  private final List<SourceSurvey.Column> columns;
  private final Map<String, String> proposed = new HashMap<>();
  private final Set<String> open;

  private MappingProposal(Inventory inventory, List<SourceSurvey.Column> columns) {
    this.inventory = inventory;
    this.columns = columns;
    this.open = new LinkedHashSet<>(inventory.columns());
  }

  /** @param inventory without one, all that is proposed is what to leave out */
  static Map<String, String> of(Optional<Inventory> inventory, List<SourceSurvey.Column> columns) {
    Map<String, String> proposed = new HashMap<>(
        inventory.map(present -> new MappingProposal(present, columns).proposed()).orElse(Map.of()));
    columns.stream()
        .filter(SourceSurvey.Column::secret)
        .forEach(column -> proposed.putIfAbsent(column.name(), ColumnMapping.LEFT_OUT));
    return Map.copyOf(proposed);
  }

  private Map<String, String> proposed() {
    columns.forEach(column -> take(column, column.name()));
    columns.forEach(this::alike);
    columns.forEach(this::onlyOfItsKind);
    return proposed;
  }

  private void take(SourceSurvey.Column column, String to) {
    if (!proposed.containsKey(column.name()) && open.remove(to)) {
      proposed.put(column.name(), to);
    }
  }

  private void alike(SourceSurvey.Column column) {
    String plain = plain(column.name());
    List.copyOf(open)
        .stream()
        .filter(name -> plain(name).equals(plain))
        .findFirst()
        .ifPresent(name -> take(column, name));
    inventory.fields()
        .stream()
        .filter(field -> plain(field.name().toString()).equals(plain))
        .findFirst()
        .ifPresent(field -> take(column, field.column()));
  }

  private void onlyOfItsKind(SourceSurvey.Column column) {
    boolean telling = column.category() != Category.TEXT && column.category() != Category.DATE;
    boolean alone = columns.stream().filter(other -> other.category() == column.category()).count() == 1;
    List<FieldRule> fields = inventory.fields()
        .stream()
        .filter(field -> field.category() == column.category())
        .toList();
    if (telling && alone && fields.size() == 1 && column.valid() * 10 >= column.filled() * 8) {
      take(column, fields.getFirst().column());
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-*＊:：()（）]", "");
  }
}
