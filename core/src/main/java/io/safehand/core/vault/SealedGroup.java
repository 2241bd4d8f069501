package io.safehand.core.vault;

import io.safehand.core.person.GroupName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field group of one record, sealed: group name, format, suite, version, nonce, commitment, ciphertext.
 *
 * <p>A view of the bytes it was read from, which must not change afterwards. It says which group, suite and
 * version it claims to be; only opening proves it. The bytes are docs/formats/vault.md.
 */
public final class SealedGroup {
  static final int FORMAT = 1;
  static final int COMMITMENT_BYTES = 32;
  private static final int FIXED_BYTES = Aead.NONCE_BYTES + COMMITMENT_BYTES;
  private static final int NAME = 3;

  private final ByteBuffer bytes;
  private final Suite suite;
  private final int version;
  private final int nonce;
  private @Nullable GroupName name;

  private SealedGroup(ByteBuffer bytes, Suite suite, int version, int nonce) {
    this.bytes = bytes;
    this.suite = suite;
    this.version = version;
    this.nonce = nonce;
  }

  /** Reads one group at the buffer's position, without copying; refuses what it does not know with {@link FormatRefused}. */
  public static SealedGroup read(ByteBuffer from) {
    ByteBuffer at = from.slice();
    try {
      SealedGroup read = parsed(at);
      from.position(from.position() + read.bytes.capacity());
      return read;
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new FormatRefused("a sealed group is cut off");
    }
  }

  /** Reads exactly one group; bytes after it are refused. */
  public static SealedGroup read(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    SealedGroup read = read(from);
    if (from.hasRemaining()) {
      throw new FormatRefused("bytes after a sealed group");
    }
    return read;
  }

  /** The group of this name among sealed groups one after another, which are all checked for shape; at most one may have it. */
  public static Optional<SealedGroup> find(ByteBuffer groups, GroupName name) {
    ByteBuffer from = groups.duplicate();
    SealedGroup found = null;
    while (from.hasRemaining()) {
      SealedGroup next = read(from);
      if (next.isNamed(name)) {
        if (found != null) {
          throw new FormatRefused("a group is sealed twice in one record");
        }
        found = next;
      }
    }
    return Optional.ofNullable(found);
  }

  private static SealedGroup parsed(ByteBuffer at) {
    if (at.get() != FORMAT) {
      throw new FormatRefused("unknown format of a sealed group");
    }
    Suite suite = Suite.ofNumber(Byte.toUnsignedInt(at.get()));
    skipName(at);
    int version = VarInt.read(at);
    int sealed = VarInt.read(at);
    if (sealed < Aead.TAG_BYTES || sealed > at.remaining() - FIXED_BYTES) {
      throw new FormatRefused("a sealed group is cut off");
    }
    int nonce = at.position();
    return new SealedGroup(at.slice(0, nonce + FIXED_BYTES + sealed), suite, version, nonce);
  }

  /** Checks the name as {@link GroupName} does, without making one. */
  private static void skipName(ByteBuffer at) {
    int length = at.get();
    boolean good = length >= 1 && length <= 31;
    for (int i = 0; good && i < length; i++) {
      int letter = at.get();
      boolean later = letter == '_' || (letter >= '0' && letter <= '9');
      good = (letter >= 'a' && letter <= 'z') || (later && i > 0);
    }
    if (!good) {
      throw new FormatRefused("a sealed group has no group name");
    }
  }

  public GroupName group() {
    GroupName known = name;
    if (known == null) {
      byte[] text = new byte[bytes.get(NAME - 1)];
      bytes.get(NAME, text);
      known = new GroupName(new String(text, StandardCharsets.US_ASCII));
      name = known;
    }
    return known;
  }

  /** Whether it claims to be this group; cheaper than {@link #group()}. */
  public boolean isNamed(GroupName name) {
    String text = name.text();
    if (bytes.get(NAME - 1) != text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes.get(NAME + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public Suite suite() {
    return suite;
  }

  /** The version of the group's content, 0 or more. */
  public int version() {
    return version;
  }

  /** The whole length in bytes. */
  public int length() {
    return bytes.capacity();
  }

  /** Length of what opening gives. */
  public int plainLength() {
    return bytes.capacity() - nonce - FIXED_BYTES - Aead.TAG_BYTES;
  }

  public void write(ByteBuffer to) {
    to.put(bytes.duplicate().clear());
  }

  public byte[] toBytes() {
    byte[] copy = new byte[length()];
    bytes.get(0, copy);
    return copy;
  }

  void nonce(byte[] to) {
    bytes.get(nonce, to);
  }

  void commitment(byte[] to) {
    bytes.get(nonce + Aead.NONCE_BYTES, to);
  }

  /** Opens into a new array; empty when not authentic. The cipher has been started. */
  Optional<byte[]> open(Aead aead) {
    byte[] plain = new byte[plainLength()];
    int from = nonce + FIXED_BYTES;
    int length = length() - from;
    boolean opened;
    if (bytes.hasArray()) {
      opened = aead.open(bytes.array(), bytes.arrayOffset() + from, length, plain, 0);
    } else {
      byte[] copy = new byte[length];
      bytes.get(from, copy);
      opened = aead.open(copy, 0, length, plain, 0);
    }
    return opened ? Optional.of(plain) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedGroup group && Arrays.equals(toBytes(), group.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toBytes());
  }

  @Override
  public String toString() {
    return "sealed " + group() + " version " + version;
  }
}
