package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.Randomness;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How the unseal key comes from the secret: salt and cost in mode S1, all zero in mode S0.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Stretching(byte[] salt, Argon2Cost cost) {
  static final int SALT_BYTES = 16;
  static final int BYTES = SALT_BYTES + Argon2Cost.BYTES;

  static Stretching draw(Randomness randomness, Argon2Cost cost) {
    byte[] salt = new byte[SALT_BYTES];
    randomness.fill(salt);
    return new Stretching(salt, cost);
  }

  /** Reads the place for it, which is zero when there is none. */
  static Stretching read(ByteBuffer from) {
    byte[] salt = new byte[SALT_BYTES];
    from.get(salt);
    return new Stretching(salt, Argon2Cost.read(from));
  }

  static void readNone(ByteBuffer from) {
    for (int i = 0; i < BYTES; i++) {
      if (from.get() != 0) {
        throw new FormatRefused("a root slot without a passphrase has no salt");
      }
    }
  }

  void write(ByteBuffer to) {
    to.put(salt);
    cost.write(to);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Stretching that && cost.equals(that.cost) && Arrays.equals(salt, that.salt);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return cost.toString();
  }
}
