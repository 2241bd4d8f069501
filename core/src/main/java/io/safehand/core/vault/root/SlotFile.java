package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A root slot as bytes: {@code SHRS}, format, mode, suite (1 each), owner (kind 1, company 16, tree 16), root id
 * (16), salt (16) and Argon2id cost (3 × 4),
 * check value (32), sealed root (60), CRC32C (4), big-endian: {@value #BYTES} bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record SlotFile(RootOwner owner, UnsealMode mode, Suite suite, RootId id, Optional<Stretching> stretching,
    byte[] check, byte[] sealed) {
  static final int HEADER_BYTES = 7 + RootOwner.BYTES + KeyId.BYTES + Stretching.BYTES;
  static final int CONTEXT_BYTES = HEADER_BYTES + UnsealKey.BYTES;
  static final int SEALED_BYTES = 60;
  static final int BYTES = CONTEXT_BYTES + SEALED_BYTES + 4;
  private static final int MAGIC = 0x53485253;
  private static final byte FORMAT = 1;

  /** Refuses with {@link FormatRefused} what is not a whole, undamaged slot. */
  static SlotFile read(byte[] bytes) {
    if (bytes.length != BYTES || ByteBuffer.wrap(bytes).getInt(BYTES - 4) != crc(bytes)) {
      throw new FormatRefused("a root slot is damaged");
    }
    ByteBuffer from = ByteBuffer.wrap(bytes);
    if (from.getInt() != MAGIC || from.get() != FORMAT) {
      throw new FormatRefused("unknown format of a root slot");
    }
    UnsealMode mode = UnsealMode.ofNumber(from.get());
    Suite suite = Suite.ofNumber(from.get());
    RootOwner owner = RootOwner.read(from);
    RootId id = RootId.read(from);
    Optional<Stretching> stretching = stretching(mode, from);
    byte[] check = new byte[UnsealKey.BYTES];
    byte[] sealed = new byte[SEALED_BYTES];
    from.get(check).get(sealed);
    return new SlotFile(owner, mode, suite, id, stretching, check, sealed);
  }

  private static Optional<Stretching> stretching(UnsealMode mode, ByteBuffer from) {
    if (mode == UnsealMode.S1) {
      return Optional.of(Stretching.read(from));
    }
    Stretching.readNone(from);
    return Optional.empty();
  }

  byte[] bytes() {
    ByteBuffer to = ByteBuffer.allocate(BYTES).put(context()).put(sealed);
    return to.putInt(crc(to.array())).array();
  }

  /** Header and check value: what the sealed root is bound to. */
  byte[] context() {
    return ByteBuffer.allocate(CONTEXT_BYTES).put(header()).put(check).array();
  }

  /** Everything before the check value. */
  byte[] header() {
    ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES)
        .putInt(MAGIC)
        .put(FORMAT)
        .put((byte) mode.number())
        .put((byte) suite.number());
    owner.write(to);
    id.write(to);
    stretching.ifPresent(used -> used.write(to));
    return to.array();
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, BYTES - 4);
    return (int) crc.getValue();
  }
}
