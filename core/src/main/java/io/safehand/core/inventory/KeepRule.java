package io.safehand.core.inventory;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * What law orders kept (封存) of a person, and until when.
 *
 * @param code a stable dotted code, for example {@code accounting.invoice}
 * @param when the rule applies to a person who has a value in this field
 * @param from the field whose date the period runs from
 * @param afterYearEnd whether the period runs from the end of that year, as it does for accounts, and not from the day
 * @param period how long
 * @param groups the only groups that are kept
 * @param source the law or contract that orders it
 */
public record KeepRule(String code, FieldName when, FieldName from, boolean afterYearEnd, Period period,
    Set<GroupName> groups, String source) {
  public KeepRule {
    groups = Set.copyOf(groups);
    if (groups.isEmpty()) {
      throw new InventoryRefused(InventoryRefused.Why.KEEPS_NOTHING, code);
    }
  }

  /** The last day on which what began on this day is kept. */
  public LocalDate until(LocalDate begun) {
    return (afterYearEnd ? begun.withMonth(12).withDayOfMonth(31) : begun).plus(period);
  }
}
