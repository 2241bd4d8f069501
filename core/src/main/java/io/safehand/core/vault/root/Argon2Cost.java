package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import java.nio.ByteBuffer;

/** What one try of a passphrase costs (RFC 9106). Written into the root slot and bound there. */
record Argon2Cost(int memoryKib, int passes, int lanes) {
  static final int BYTES = 12;
  /** The second recommendation of RFC 9106, section 4: 64 MiB. */
  static final Argon2Cost USUAL = new Argon2Cost(65_536, 3, 4);
  private static final int MOST_MEMORY_KIB = 1 << 20;
  private static final int MOST = 16;

  Argon2Cost {
    boolean good = lanes >= 1 && lanes <= MOST && passes >= 1 && passes <= MOST && memoryKib >= 8 * lanes
        && memoryKib <= MOST_MEMORY_KIB;
    if (!good) {
      throw new FormatRefused("Argon2id parameters out of bounds");
    }
  }

  static Argon2Cost read(ByteBuffer from) {
    return new Argon2Cost(from.getInt(), from.getInt(), from.getInt());
  }

  void write(ByteBuffer to) {
    to.putInt(memoryKib).putInt(passes).putInt(lanes);
  }
}
