package io.safehand.server.custody.records;

import io.safehand.core.custody.intake.Intake;
import io.safehand.core.inventory.Inventory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a source is which column of the inventory; one without an entry keeps its own name.
 *
 * @param chosen the inventory's column by the source's; {@link #LEFT_OUT} for one that is not taken in
 * @param dropUndeclared leave every column out that the inventory does not declare, instead of refusing the source
 */
public record ColumnMapping(Map<String, String> chosen, boolean dropUndeclared) {
  public static final String LEFT_OUT = "";

  public ColumnMapping {
    chosen = Map.copyOf(chosen);
  }

  /** Every column under its own name. */
  public static ColumnMapping asNamed(boolean dropUndeclared) {
    return new ColumnMapping(Map.of(), dropUndeclared);
  }

  /** How an intake knows the source's columns. */
  List<String> header(List<String> columns) {
    return columns.stream().map(column -> chosen.getOrDefault(column, column)).toList();
  }

  /** Refuses what the inventory does not declare, what it requires and the source lacks, and one column taken twice. */
  void require(Inventory inventory, List<String> columns) {
    List<String> header = header(columns);
    List<String> declared = List.copyOf(inventory.columns());
    List<String> undeclared = dropUndeclared
        ? List.of()
        : columns.stream()
            .filter(column -> !declared.contains(chosen.getOrDefault(column, column)))
            .filter(column -> !LEFT_OUT.equals(chosen.get(column)))
            .toList();
    List<String> missing = Intake.missing(inventory, header);
    Set<String> seen = new HashSet<>();
    List<String> twice = header.stream().filter(declared::contains).filter(name -> !seen.add(name)).toList();
    if (!undeclared.isEmpty() || !missing.isEmpty() || !twice.isEmpty()) {
      throw new UndeclaredColumns(undeclared, missing, twice);
    }
  }

  /** What to say while there is no inventory, which declares nothing. */
  UndeclaredColumns allUndeclared(List<String> columns) {
    return new UndeclaredColumns(
        columns.stream().filter(column -> !LEFT_OUT.equals(chosen.get(column))).toList(), List.of(),
        List.of());
  }

  @Override
  public String toString() {
    return chosen.size() + " columns mapped";
  }
}
