package io.safehand.bench;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The hashes of RFC 6962 and nothing else: a leaf for each line, a node for each full pair. */
final class BareTree {
  private static final int BYTES = 32;
  private static final int DEEPEST = 63;
  private final MessageDigest sha256;
  private final byte[][] edge = new byte[DEEPEST][BYTES];

  BareTree() throws GeneralSecurityException {
    sha256 = MessageDigest.getInstance("SHA-256");
  }

  /** Numbers the line anew each time. */
  void append(int lines, byte[] line) throws DigestException {
    byte[] hash = new byte[BYTES];
    for (int i = 0; i < lines; i++) {
      ByteBuffer.wrap(line).putInt(0, i);
      sha256.update((byte) 0);
      sha256.update(line);
      sha256.digest(hash, 0, BYTES);
      int level = 0;
      for (int full = i; (full & 1) == 1; full >>= 1) {
        sha256.update((byte) 1);
        sha256.update(edge[level++]);
        sha256.update(hash);
        sha256.digest(hash, 0, BYTES);
      }
      System.arraycopy(hash, 0, edge[level], 0, BYTES);
    }
  }
}
