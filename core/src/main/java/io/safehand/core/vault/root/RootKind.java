package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;

/** What hangs on a root. */
public enum RootKind {
  /** One key tree of one company; erased with every destruction. */
  COMPANY(1),
  /** What outlives companies: signing keys, the installation's own secrets. */
  HOUSE(2);

  private final int number;

  RootKind(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static RootKind ofNumber(int number) {
    return switch (number) {
      case 1 -> COMPANY;
      case 2 -> HOUSE;
      default -> throw new FormatRefused("unknown kind of root " + number);
    };
  }
}
