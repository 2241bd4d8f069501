package io.safehand.core.ledger.note;

import io.safehand.core.ledger.tree.StrictBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** One signature line of a note: the signer's name, the four bytes that name its key, the signature. */
public record NoteSignature(String name, String base64) {
  private static final int KEY_ID_BYTES = 4;

  public NoteSignature {
    if (!isKeyName(name) || decoded(base64).isEmpty()) {
      throw new IllegalArgumentException("not a name and a signature");
    }
  }

  static NoteSignature of(String name, int keyId, byte[] signature) {
    byte[] blob = ByteBuffer.allocate(KEY_ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return new NoteSignature(name, StrictBase64.encode(blob));
  }

  /** Reads a line without its newline. */
  static Optional<NoteSignature> parse(String line) {
    String[] parts = line.split(" ", -1);
    boolean wellFormed = parts.length == 3 && parts[0].equals("—") && isKeyName(parts[1])
        && decoded(parts[2]).isPresent();
    return wellFormed ? Optional.of(new NoteSignature(parts[1], parts[2])) : Optional.empty();
  }

  /** Not empty, and without spaces, control characters and plus signs. */
  static boolean isKeyName(String name) {
    return !name.isEmpty() && name.codePoints()
        .noneMatch(c -> c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c)
            || Character.isISOControl(c));
  }

  int keyId() {
    return ByteBuffer.wrap(blob()).getInt();
  }

  byte[] signature() {
    byte[] blob = blob();
    return Arrays.copyOfRange(blob, KEY_ID_BYTES, blob.length);
  }

  String line() {
    return "— " + name + " " + base64 + "\n";
  }

  private byte[] blob() {
    return decoded(base64).orElseThrow();
  }

  private static Optional<byte[]> decoded(String base64) {
    return StrictBase64.decode(base64).filter(bytes -> bytes.length > KEY_ID_BYTES);
  }
}
