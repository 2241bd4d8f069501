package io.safehand.server.site.datamap;

import io.safehand.core.inventory.Audience;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.Category;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an inventory says of one category.
 *
 * @param fields how many fields hold it
 * @param sensitive how many of them are sensitive
 * @param audiences to whom some purpose of such a field is open
 * @param longest the longest that a field of it is kept
 */
record CategoryRow(Category category, int fields, int sensitive, Set<Purpose> purposes,
    Set<Audience> audiences, Period longest) {
  private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

  /** In the order of the categories. */
  static List<CategoryRow> of(Inventory inventory) {
    Map<Category, List<FieldRule>> byCategory = new EnumMap<>(Category.class);
    for (FieldRule field : inventory.fields()) {
      byCategory.merge(field.category(), List.of(field), CategoryRow::both);
    }
    return byCategory.entrySet()
        .stream()
        .map(each -> row(each.getKey(), each.getValue(), inventory))
        .toList();
  }

  private static List<FieldRule> both(List<FieldRule> some, List<FieldRule> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private static CategoryRow row(Category category, List<FieldRule> fields, Inventory inventory) {
    Set<Purpose> purposes = new TreeSet<>();
    Set<Audience> audiences = new TreeSet<>();
    fields.forEach(field -> purposes.addAll(field.purposes()));
    purposes.forEach(
        purpose -> inventory.purpose(purpose).ifPresent(rule -> audiences.addAll(rule.opens().keySet())));
    Period longest = fields.stream()
        .map(FieldRule::retention)
        .max(Comparator.comparing(ANY_DAY::plus))
        .orElse(Period.ZERO);
    return new CategoryRow(category, fields.size(),
        (int) fields.stream().filter(FieldRule::isSensitive).count(), purposes, audiences, longest);
  }
}
