package io.safehand.core.vault.root;

import io.safehand.core.vault.Randomness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mode S0: a file of the line {@code safehand-unseal-1}, 64 lower-case hexadecimal digits and a newline, readable by its
 * owner alone. Protects nothing from whoever takes the disk.
 */
public final class KeyFile extends UnsealSecret {
  private static final String FIRST_LINE = "safehand-unseal-1\n";
  private final byte[] bytes;

  private KeyFile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a key file; one that others can read or that is not exactly of this form is refused with {@link UnsafeKeyFile}. */
  public static KeyFile read(Path file) {
    try {
      Set<PosixFilePermission> allowed = Set.of(PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE);
      if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
        throw new UnsafeKeyFile("the key file " + file + " can be used by others than its owner: chmod 600");
      }
      String text = new String(new FileDisk().read(file), StandardCharsets.ISO_8859_1);
      if (!text.matches(FIRST_LINE + "[0-9a-f]{64}\n")) {
        throw new UnsafeKeyFile("the file " + file + " is not a key file");
      }
      return new KeyFile(HexFormat.of().parseHex(text.substring(FIRST_LINE.length(), text.length() - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Draws a new key and writes it durably; an existing file is refused. */
  public static KeyFile create(Path file, Randomness randomness) {
    byte[] bytes = new byte[UnsealKey.BYTES];
    randomness.fill(bytes);
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(file) || folder == null) {
      throw new UnsafeKeyFile("there is a file " + file + " already");
    }
    byte[] text = (FIRST_LINE + HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII);
    new ListedFolders(List.of(folder)).put(file.getFileName().toString(), text);
    Arrays.fill(text, (byte) 0);
    return new KeyFile(bytes);
  }

  @Override
  public UnsealMode mode() {
    return UnsealMode.S0;
  }

  @Override
  Optional<Stretching> stretching(Optional<Stretching> beside, Randomness randomness) {
    return Optional.empty();
  }

  @Override
  UnsealKey key(Optional<Stretching> stretching) {
    return new UnsealKey(bytes.clone());
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
