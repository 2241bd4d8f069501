package io.safehand.core.custody;

import io.safehand.core.custody.keys.Roots;

import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The receiving key of one deal in a slot of its own, beside the roots: sealed, outside the database and its backups, in
 * every listed copy, until it is erased. So a package can be taken in after a restart, and by nobody once the deal is
 * over. For one writer at a time.
 */
public final class ReceivingSlot {
  private final Roots slots;
  private final SecureRandom random;

  /** @param slots those that this deal's key alone lies in */
  public ReceivingSlot(Roots slots, SecureRandom random) {
    this.slots = slots;
    this.random = random;
  }

  /** The key, drawn at the first call and durable in every copy when this returns. The caller closes it. */
  public ReceivingKey draw() {
    if (slots.listed().isEmpty()) {
      try (RootKey drawn = RootKey.draw(new Randomness(random))) {
        slots.store(drawn);
      }
    }
    return key().orElseThrow();
  }

  /** The key, while there is one. The caller closes it. */
  public Optional<ReceivingKey> key() {
    return slots.listed().stream().findFirst().map(this::open);
  }

  /** Erases the key in every copy; names the copies that could not confirm. */
  public List<String> erase() {
    return slots.listed().stream().flatMap(id -> slots.erase(id).stream()).distinct().toList();
  }

  private ReceivingKey open(RootId id) {
    byte[] seed = new byte[SecretBox.KEY_BYTES];
    try (RootKey held = slots.load(id)) {
      held.write(ByteBuffer.wrap(seed));
      return ReceivingKey.of(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
    }
  }
}
