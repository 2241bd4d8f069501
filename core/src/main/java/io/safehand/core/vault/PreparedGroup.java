package io.safehand.core.vault;

import io.safehand.core.person.GroupName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What sealing or opening a group needs besides the person and the record, computed once: name, suite and version
 * in the shape of the header, the derivation input and the associated data. May be shared by threads.
 */
public final class PreparedGroup {
  static final int PERSON = 11;
  static final int RECORD = PERSON + 17;
  /** Where the associated data begins: the commitment puts a word before it. */
  static final int CONTEXT = 6;

  private static final byte[] COMMIT = "commit".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LABEL = "safehand group 1".getBytes(StandardCharsets.US_ASCII);

  private final GroupName group;
  private final Suite suite;
  private final int version;
  private final byte[] header;
  private final byte[] derivation;
  private final byte[] context;

  /** @param version of the content, 0 or more */
  public PreparedGroup(GroupName group, Suite suite, int version) {
    if (version < 0) {
      throw new IllegalArgumentException("a version is not negative");
    }
    this.group = group;
    this.suite = suite;
    this.version = version;
    byte[] name = group.text().getBytes(StandardCharsets.US_ASCII);
    this.header = header(name, suite, version);
    this.derivation = derivation(name, suite);
    this.context = context(name, suite, version);
  }

  private static byte[] header(byte[] name, Suite suite, int version) {
    ByteBuffer to = ByteBuffer.allocate(3 + name.length + VarInt.MOST_BYTES);
    to.put((byte) SealedGroup.FORMAT).put((byte) suite.number()).put((byte) name.length).put(name);
    VarInt.write(version, to);
    return Arrays.copyOf(to.array(), to.position());
  }

  private static byte[] derivation(byte[] name, Suite suite) {
    return ByteBuffer.allocate(LABEL.length + 2 + name.length)
        .put(LABEL)
        .put((byte) 0)
        .put((byte) suite.number())
        .put(name)
        .array();
  }

  /** {@code "commit"} and the associated data, with room for the ids. */
  private static byte[] context(byte[] name, Suite suite, int version) {
    ByteBuffer to = ByteBuffer.allocate(CONTEXT + 61 + name.length);
    to.put(COMMIT).put((byte) 1).put((byte) SealedGroup.FORMAT).put((byte) 1).put((byte) suite.number());
    to.put((byte) 16).position(PERSON + 16).put((byte) 16).position(RECORD + 16);
    to.put((byte) name.length).put(name).put((byte) 4).putInt(version).put((byte) KeyId.BYTES);
    return to.array();
  }

  public GroupName group() {
    return group;
  }

  public Suite suite() {
    return suite;
  }

  public int version() {
    return version;
  }

  /** The most bytes that a sealed group of this many plain bytes takes. */
  public int sealedBytes(int plainLength) {
    return header.length + VarInt.MOST_BYTES + Aead.NONCE_BYTES + SealedGroup.COMMITMENT_BYTES + plainLength
        + Aead.TAG_BYTES;
  }

  byte[] header() {
    return header;
  }

  byte[] derivation() {
    return derivation;
  }

  byte[] context() {
    return context;
  }
}
