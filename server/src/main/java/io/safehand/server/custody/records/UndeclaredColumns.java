package io.safehand.server.custody.records;

import java.util.List;

/**
 * A source holds columns that the inventory does not declare, lacks some that it requires, or brings one twice. Nothing
 * was imported.
 */
public final class UndeclaredColumns extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient List<String> undeclared;
  private final transient List<String> missing;
  private final transient List<String> twice;

  UndeclaredColumns(List<String> undeclared, List<String> missing, List<String> twice) {
    super(undeclared.size() + " undeclared columns, " + missing.size() + " missing, " + twice.size()
        + " brought twice");
    this.undeclared = List.copyOf(undeclared);
    this.missing = List.copyOf(missing);
    this.twice = List.copyOf(twice);
  }

  public List<String> undeclared() {
    return undeclared;
  }

  public List<String> missing() {
    return missing;
  }

  /** The inventory's columns that two columns of the source were said to be. */
  public List<String> twice() {
    return twice;
  }
}
