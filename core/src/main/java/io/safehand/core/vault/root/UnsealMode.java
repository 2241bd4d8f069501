package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;

/**
 * Where the secret that opens the roots is, by the number that stands in a root slot. Shown on the security page and
 * printed in every certificate. A number never changes its meaning.
 */
public enum UnsealMode {
  /** A key file beside the data: whoever takes the disk takes both. For a demonstration only. */
  S0(0),
  /** A passphrase, through Argon2id. */
  S1(1),
  /** Shares of several people, k of n. */
  S2(2),
  /** A hardware module or key service, one non-exportable object a root. */
  S3(3);

  private final int number;

  UnsealMode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** Refuses the modes that do not exist yet with {@link UnsealModeNotBuilt}. */
  public UnsealMode built() {
    return switch (this) {
      case S0, S1 -> this;
      case S2, S3 -> throw new UnsealModeNotBuilt(this);
    };
  }

  static UnsealMode ofNumber(int number) {
    UnsealMode mode = switch (number) {
      case 0 -> S0;
      case 1 -> S1;
      case 2 -> S2;
      case 3 -> S3;
      default -> throw new FormatRefused("unknown unseal mode " + number);
    };
    return mode.built();
  }
}
