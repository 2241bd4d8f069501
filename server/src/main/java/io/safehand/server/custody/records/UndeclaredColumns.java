package io.safehand.server.custody.records;

import java.util.List;

/** A source holds columns that the inventory does not declare, or lacks some that it requires. Nothing was imported. */
public final class UndeclaredColumns extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<String> undeclared;
  private final transient List<String> missing;

  UndeclaredColumns(List<String> undeclared, List<String> missing) {
    super("undeclared columns: " + String.join(", ", undeclared) + "; missing columns: "
        + String.join(", ", missing));
    this.undeclared = List.copyOf(undeclared);
    this.missing = List.copyOf(missing);
  }

  public List<String> undeclared() {
    return undeclared;
  }

  public List<String> missing() {
    return missing;
  }
}
