package io.safehand.core.handover.moved;

import io.safehand.core.person.PersonId;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte form of one person's travelling keys: their key entries one after the other. For one thread. */
public final class KeyFrame {
  private static final int MOST = 256;

  private final ByteBuffer buffer = ByteBuffer.allocate(MOST * KeyEntry.BYTES);

  /** The bytes, valid until the next call or {@link #clear()}; more than 256 keys are refused. */
  public ByteBuffer write(List<KeyEntry> keys) {
    if (keys.size() > MOST) {
      throw new IllegalArgumentException("a person has at most " + MOST + " travelling keys");
    }
    buffer.clear();
    keys.forEach(key -> key.write(buffer));
    return buffer.flip();
  }

  /** Overwrites the keys that were written last. */
  public void clear() {
    Arrays.fill(buffer.array(), 0, buffer.limit(), (byte) 0);
  }

  /**
   * Reads the keys of exactly this person.
   *
   * @throws IllegalArgumentException if they are another's, or not well formed
   */
  public static List<KeyEntry> read(ByteBuffer from, PersonId person, KeyId keyId) {
    if (from.remaining() % KeyEntry.BYTES != 0 || from.remaining() > MOST * KeyEntry.BYTES) {
      throw new IllegalArgumentException("not a list of key entries");
    }
    List<KeyEntry> keys = new ArrayList<>(from.remaining() / KeyEntry.BYTES);
    while (from.hasRemaining()) {
      keys.add(entry(from));
      if (!keys.getLast().person().equals(person) || !keys.getLast().keyId().equals(keyId)) {
        throw new IllegalArgumentException("keys of another person");
      }
    }
    return keys;
  }

  private static KeyEntry entry(ByteBuffer from) {
    try {
      return KeyEntry.read(from);
    } catch (FormatRefused malformed) {
      throw new IllegalArgumentException("not a key entry", malformed);
    }
  }
}
