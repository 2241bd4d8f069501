package io.safehand.core.custody.upload;

import io.safehand.core.custody.keys.Roots;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The key of one import: it seals the source file and what the person said about it. It lies in a root slot of its own,
 * outside the database and its backups; once it is erased there, no copy of the file opens any more. Overwritten on
 * {@link #close()}. For one thread.
 */
public final class UploadKey implements AutoCloseable {
  private final UUID upload;
  private final byte[] key;
  private final SecretBox box;

  private UploadKey(UUID upload, byte[] key, SecureRandom random) {
    this.upload = upload;
    this.key = key;
    this.box = new SecretBox(Suite.AES_256_GCM, new Randomness(random));
  }

  /**
   * The key, drawn at the first call and durable in every copy when this returns.
   *
   * @param slots those that this upload's key alone lies in
   */
  public static UploadKey draw(Roots slots, UUID upload, SecureRandom random) {
    if (slots.listed().isEmpty()) {
      try (RootKey drawn = RootKey.draw(new Randomness(random))) {
        slots.store(drawn);
      }
    }
    return find(slots, upload, random).orElseThrow();
  }

  /** The key, while there is one. */
  public static Optional<UploadKey> find(Roots slots, UUID upload, SecureRandom random) {
    return slots.listed().stream().findFirst().map(id -> load(slots, id, upload, random));
  }

  /** Erases the key in every copy; names the copies that could not confirm. Erasing what is gone is no error. */
  public static List<String> erase(Roots slots) {
    return slots.listed().stream().flatMap(id -> slots.erase(id).stream()).distinct().toList();
  }

  private static UploadKey load(Roots slots, RootId id, UUID upload, SecureRandom random) {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    try (RootKey held = slots.load(id)) {
      held.write(ByteBuffer.wrap(key));
      return new UploadKey(upload, key, random);
    }
  }

  /** Seals what was said about the upload; {@code what} tells one such thing from another. */
  public byte[] seal(String what, byte[] plain) {
    return box.seal(key, context(what, 0, true), plain);
  }

  /** What was sealed as that; empty when it was changed, or is something else. */
  public Optional<byte[]> open(String what, byte[] sealed) {
    return box.open(key, context(what, 0, true), sealed);
  }

  byte[] sealPiece(long number, boolean last, byte[] plain) {
    return box.seal(key, context("piece", number, last), plain);
  }

  Optional<byte[]> openPiece(long number, boolean last, byte[] sealed) {
    return box.open(key, context("piece", number, last), sealed);
  }

  private byte[] context(String what, long number, boolean last) {
    byte[] name = ("safehand upload 1 " + what + "\u0001").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(name.length + 25)
        .put(name)
        .putLong(upload.getMostSignificantBits())
        .putLong(upload.getLeastSignificantBits())
        .putLong(number)
        .put((byte) (last ? 1 : 0))
        .array();
  }

  @Override
  public void close() {
    Arrays.fill(key, (byte) 0);
    box.close();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
