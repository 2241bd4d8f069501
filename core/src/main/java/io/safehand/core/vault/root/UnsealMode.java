package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;

/** Where the secret that opens the roots is. Shown on the security page and printed in every certificate. */
public enum UnsealMode {
  /** A key file beside the data: whoever takes the disk takes both. For a demonstration only. */
  S0,
  /** A passphrase, through Argon2id. */
  S1,
  /** Shares of several people, k of n. */
  S2,
  /** A hardware module or key service, one non-exportable object a root. */
  S3;

  /** Refuses the modes that do not exist yet with {@link UnsealModeNotBuilt}. */
  public UnsealMode built() {
    return switch (this) {
      case S0, S1 -> this;
      case S2, S3 -> throw new UnsealModeNotBuilt(this);
    };
  }

  static UnsealMode ofNumber(int number) {
    if (number < 0 || number >= values().length) {
      throw new FormatRefused("unknown unseal mode " + number);
    }
    return values()[number].built();
  }
}
