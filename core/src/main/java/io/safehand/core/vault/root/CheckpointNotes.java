package io.safehand.core.vault.root;

import io.safehand.core.hash.Sha256;
import io.safehand.core.vault.FormatRefused;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The newest checkpoint of each log, beside the roots and outside the database, so that an older database shows. Each is
 * replaced as a whole in every listed folder; the largest counts. It never goes back: {@link NoteWouldGoBack}.
 *
 * <p>A file, named by the SHA-256 of the log's origin and {@code .note}, is {@code SHCN}, format (1), origin (length 2, UTF-8),
 * size (8), note (length 4, bytes), SHA-256 of all before (32). For one writer at a time.
 */
public final class CheckpointNotes {
  private static final String ENDING = ".note";
  private static final int MAGIC = 0x5348434e;
  private static final byte FORMAT = 1;
  private static final int HASH_BYTES = 32;
  private static final int FIXED_BYTES = 4 + 1 + 2 + 8 + 4 + HASH_BYTES;
  private static final int LONGEST = 1 << 16;

  private final ListedFolders folders;

  public CheckpointNotes(ListedFolders folders) {
    this.folders = folders;
  }

  /**
   * A checkpoint as it was kept.
   *
   * @param size lines that the checkpoint covers
   * @param note the signed note, as given
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  public record Kept(long size, byte[] note) {}

  /** Durable in every copy when it returns. An equal size replaces, because cosignatures may be added. */
  public void put(String origin, long size, byte[] note) {
    newest(origin).filter(kept -> kept.size() > size).ifPresent(kept -> {
      throw new NoteWouldGoBack(kept.size(), size);
    });
    folders.put(file(origin), bytes(origin, size, note));
  }

  /**
   * The largest that any copy holds; empty when none has one. If the copies that are there are all damaged, {@link
   * FormatRefused}: an unreadable checkpoint must not pass for none.
   */
  public Optional<Kept> newest(String origin) {
    folders.requireAll();
    List<byte[]> copies = folders.folders()
        .stream()
        .flatMap(folder -> folders.read(folder, file(origin)).stream())
        .toList();
    Optional<Kept> newest = copies.stream()
        .flatMap(bytes -> read(origin, bytes).stream())
        .max(Comparator.comparingLong(Kept::size));
    if (newest.isEmpty() && !copies.isEmpty()) {
      throw new FormatRefused("every copy of a kept checkpoint is damaged");
    }
    return newest;
  }

  private static byte[] bytes(String origin, long size, byte[] note) {
    byte[] name = origin.getBytes(StandardCharsets.UTF_8);
    if (size < 0 || note.length > LONGEST || name.length > Short.MAX_VALUE) {
      throw new IllegalArgumentException("a kept checkpoint is at most 64 KB");
    }
    ByteBuffer to = ByteBuffer.allocate(FIXED_BYTES + name.length + note.length)
        .putInt(MAGIC)
        .put(FORMAT)
        .putShort((short) name.length)
        .put(name)
        .putLong(size)
        .putInt(note.length)
        .put(note);
    return to.put(Sha256.of(Arrays.copyOf(to.array(), to.position()))).array();
  }

  private static Optional<Kept> read(String origin, byte[] bytes) {
    int hashed = bytes.length - HASH_BYTES;
    if (hashed < 0 || !Arrays.equals(Sha256.of(Arrays.copyOf(bytes, hashed)),
        Arrays.copyOfRange(bytes, hashed, bytes.length))) {
      return Optional.empty();
    }
    try {
      return Optional.of(parsed(origin, ByteBuffer.wrap(bytes, 0, hashed)));
    } catch (BufferUnderflowException e) {
      throw new FormatRefused("a kept checkpoint is cut off");
    }
  }

  private static Kept parsed(String origin, ByteBuffer from) {
    if (from.getInt() != MAGIC || from.get() != FORMAT) {
      throw new FormatRefused("unknown format of a kept checkpoint");
    }
    byte[] name = new byte[from.getShort()];
    from.get(name);
    long size = from.getLong();
    int length = from.getInt();
    if (length != from.remaining() || !origin.equals(new String(name, StandardCharsets.UTF_8))) {
      throw new FormatRefused("a kept checkpoint is of another log, or of another length than it says");
    }
    byte[] note = new byte[length];
    from.get(note);
    return new Kept(size, note);
  }

  private static String file(String origin) {
    return HexFormat.of().formatHex(Sha256.of(origin.getBytes(StandardCharsets.UTF_8))) + ENDING;
  }
}
