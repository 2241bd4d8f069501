package io.safehand.core.ledger.tree;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 value: of a leaf, a node or a whole tree. Immutable, 32 bytes. */
public final class Hash {
  public static final int BYTES = 32;
  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Refuses anything but 32 bytes. */
  public static Hash of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  static Hash of(byte[] from, int at) {
    return of(from, at, BYTES);
  }

  private static Hash of(byte[] from, int at, int length) {
    if (length != BYTES) {
      throw new IllegalArgumentException("a hash is 32 bytes");
    }
    return new Hash(Arrays.copyOfRange(from, at, at + BYTES));
  }

  /** Reads the base64 form; empty for anything that is not the base64 of 32 bytes. */
  public static Optional<Hash> parse(String base64) {
    return StrictBase64.decode(base64).filter(bytes -> bytes.length == BYTES).map(Hash::new);
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return StrictBase64.encode(bytes);
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  void write(byte[] to, int at) {
    System.arraycopy(bytes, 0, to, at, BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The base64 form, as checkpoints write it. */
  @Override
  public String toString() {
    return base64();
  }
}
