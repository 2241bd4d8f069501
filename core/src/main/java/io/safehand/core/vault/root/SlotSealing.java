package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** Seals roots under the unseal secret and opens them. */
final class SlotSealing {
  private final UnsealSecret secret;
  private final Suite suite;
  private final Randomness randomness;

  SlotSealing(UnsealSecret secret, Suite suite, Randomness randomness) {
    this.secret = secret;
    this.suite = suite;
    this.randomness = randomness;
  }

  SlotFile seal(RootOwner owner, RootKey root, Optional<Stretching> beside) {
    Optional<Stretching> stretching = secret.stretching(beside, randomness);
    SlotFile empty = new SlotFile(owner, secret.mode(), suite, root.id(), stretching,
        new byte[UnsealKey.BYTES], new byte[SlotFile.SEALED_BYTES]);
    byte[] clear = new byte[SecretBox.KEY_BYTES];
    try (UnsealKey key = secret.key(stretching); SecretBox box = new SecretBox(suite, randomness)) {
      SlotFile checked = with(empty, key.check(empty.header(), SlotFile.HEADER_BYTES), empty.sealed());
      root.write(ByteBuffer.wrap(clear));
      byte[] sealingKey = key.sealingKey();
      byte[] sealed = box.seal(sealingKey, checked.context(), clear);
      Arrays.fill(sealingKey, (byte) 0);
      return with(checked, checked.check(), sealed);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  private static SlotFile with(SlotFile slot, byte[] check, byte[] sealed) {
    return new SlotFile(slot.owner(), slot.mode(), slot.suite(), slot.id(), slot.stretching(), check, sealed);
  }

  /** The root; {@link WrongPassphrase} when the secret is another, {@link FormatRefused} when the slot was changed. */
  RootKey open(SlotFile slot) {
    if (slot.mode() != secret.mode()) {
      throw new WrongPassphrase(slot.mode());
    }
    try (UnsealKey key = secret.key(slot.stretching());
        SecretBox box = new SecretBox(slot.suite(), randomness)) {
      if (!MessageDigest.isEqual(key.check(slot.header(), SlotFile.HEADER_BYTES), slot.check())) {
        throw new WrongPassphrase(slot.mode());
      }
      byte[] sealingKey = key.sealingKey();
      byte[] clear = box.open(sealingKey, slot.context(), slot.sealed())
          .orElseThrow(() -> new FormatRefused("a root slot was changed"));
      RootKey root = RootKey.read(slot.id(), ByteBuffer.wrap(clear));
      Arrays.fill(sealingKey, (byte) 0);
      Arrays.fill(clear, (byte) 0);
      return root;
    }
  }
}
