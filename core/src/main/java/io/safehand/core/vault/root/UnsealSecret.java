package io.safehand.core.vault.root;

import io.safehand.core.vault.Randomness;
import java.util.Optional;

/** What opens the roots. Overwritten on {@link #close()}; prints its mode only. For one thread. */
public abstract sealed class UnsealSecret implements AutoCloseable permits KeyFile, Passphrase {
  UnsealSecret() {}

  public abstract UnsealMode mode();

  /** What a new slot is stretched with, given what the slots beside it use, if any. */
  abstract Optional<Stretching> stretching(Optional<Stretching> beside, Randomness randomness);

  /** The unseal key; the caller closes it. */
  abstract UnsealKey key(Optional<Stretching> stretching);

  @Override
  public abstract void close();

  @Override
  public final String toString() {
    return "unseal secret " + mode();
  }
}
