package io.safehand.core.vault.root;

import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.SecretBox;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.RootId;
import io.safehand.core.vault.tree.RootKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Small named secrets of the house, such as signing keys, sealed under a house root in every listed folder. A value is
 * replaced as a whole; the newest that opens counts. For one writer at a time.
 *
 * <p>A file {@code name.secret} is {@code SHHS}, format (1), suite (1), house root id (16), how often it was written (8),
 * sealed value, which is bound to all of that and the name.
 */
public final class HouseSecrets {
  private static final String ENDING = ".secret";
  private static final int MAGIC = 0x53484853;
  private static final byte FORMAT = 1;
  private static final int HEADER_BYTES = 6 + KeyId.BYTES + 8;

  private final ListedFolders folders;
  private final RootKey root;
  private final Suite suite;
  private final Randomness randomness;

  /** @param root a house root, which stays the caller's */
  public HouseSecrets(ListedFolders folders, RootKey root, Suite suite, Randomness randomness) {
    this.folders = folders;
    this.root = root;
    this.suite = suite;
    this.randomness = randomness;
  }

  /** Durable in every copy when it returns. @param name lower-case letters, digits and hyphens */
  public void put(String name, byte[] value) {
    String file = file(name);
    long times = newest(file).map(Sealed::times).orElse(0L) + 1;
    byte[] header = header(suite, root.id(), times);
    byte[] sealed = withRoot(suite, (box, key) -> box.seal(key, context(header, file), value));
    folders.put(file, ByteBuffer.allocate(header.length + sealed.length).put(header).put(sealed).array());
  }

  /**
   * The value; the caller overwrites it after use. Empty when no copy has one; {@link FormatRefused} when none of those
   * that are there opens under this root.
   */
  public Optional<byte[]> get(String name) {
    String file = file(name);
    folders.requireAll();
    boolean any = folders.folders().stream().anyMatch(folder -> folders.read(folder, file).isPresent());
    Optional<byte[]> value = newest(file).map(Sealed::value);
    if (any && value.isEmpty()) {
      throw new FormatRefused("the secret " + name + " does not open under this root");
    }
    return value;
  }

  private Optional<Sealed> newest(String file) {
    return folders.folders()
        .stream()
        .flatMap(folder -> folders.read(folder, file).stream())
        .flatMap(bytes -> open(file, bytes).stream())
        .max(Comparator.comparingLong(Sealed::times));
  }

  private Optional<Sealed> open(String file, byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      return Optional.empty();
    }
    ByteBuffer from = ByteBuffer.wrap(bytes);
    if (from.getInt() != MAGIC || from.get() != FORMAT) {
      throw new FormatRefused("unknown format of a house secret");
    }
    Suite used = Suite.ofNumber(from.get());
    if (!RootId.read(from).equals(root.id())) {
      return Optional.empty();
    }
    long times = from.getLong();
    byte[] context = context(Arrays.copyOf(bytes, HEADER_BYTES), file);
    byte[] sealed = Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length);
    return withRoot(used, (box, key) -> box.open(key, context, sealed))
        .map(value -> new Sealed(times, value));
  }

  private <T> T withRoot(Suite used, Use<T> use) {
    byte[] key = new byte[SecretBox.KEY_BYTES];
    root.write(ByteBuffer.wrap(key));
    try (SecretBox box = new SecretBox(used, randomness)) {
      return use.of(box, key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] header(Suite suite, RootId root, long times) {
    ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES).putInt(MAGIC).put(FORMAT).put((byte) suite.number());
    root.write(to);
    return to.putLong(times).array();
  }

  private static byte[] context(byte[] header, String file) {
    byte[] name = file.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(header.length + name.length).put(header).put(name).array();
  }

  private static String file(String name) {
    if (!name.matches("[a-z][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException("a secret's name is [a-z][a-z0-9-]{0,62}");
    }
    return name + ENDING;
  }

  /** A value as one copy holds it. */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  private record Sealed(long times, byte[] value) {
    @Override
    public String toString() {
      return "•••";
    }
  }

  /** Something done with the root's key. */
  private interface Use<T> {
    T of(SecretBox box, byte[] key);
  }
}
