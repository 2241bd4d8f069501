package io.safehand.core.inventory;

import io.safehand.core.person.Category;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import java.time.Period;
import java.util.Set;

/**
 * One declared field: what it is, why it is held, on which basis, for how long.
 *
 * @param column the heading of its column in the source file
 * @param group the field group it is sealed with; a group travels or closes as a whole
 * @param purposes the purposes it may serve; never empty
 * @param retention how long after the person's last activity it may be held
 * @param required a row without it is rejected; otherwise a damaged value is left out and counted
 * @param identity part of the key that tells two customers apart; implies required
 * @param searchable found by its exact value through the blind index
 */
public record FieldRule(FieldName name, String column, Category category, Sensitivity sensitivity,
    GroupName group, Set<Purpose> purposes, Basis basis, Period retention, boolean required, boolean identity,
    boolean searchable) {
  public FieldRule {
    purposes = Set.copyOf(purposes);
    if (purposes.isEmpty()) {
      throw new InventoryRefused(InventoryRefused.Why.NO_PURPOSE, name);
    }
    if (retention.isNegative() || retention.isZero()) {
      throw new InventoryRefused(InventoryRefused.Why.NO_RETENTION, name);
    }
    if (identity && !required) {
      throw new InventoryRefused(InventoryRefused.Why.NOT_REQUIRED, name);
    }
  }

  public boolean isSensitive() {
    return sensitivity == Sensitivity.SENSITIVE;
  }
}
