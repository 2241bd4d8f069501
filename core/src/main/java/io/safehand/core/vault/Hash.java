package io.safehand.core.vault;

import java.security.DigestException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A hash of 64-byte blocks and 32 bytes of output. For one thread. */
sealed interface Hash {
  int BLOCK_BYTES = 64;
  int BYTES = 32;

  void update(byte[] bytes, int from, int length);

  /** Writes 32 bytes and begins anew. */
  void finish(byte[] out, int from);

  /** SHA-256 of the JDK. */
  final class Sha256 implements Hash {
    private final MessageDigest digest;

    Sha256() {
      this.digest = io.safehand.core.hash.Sha256.digest();
    }

    @Override
    public void update(byte[] bytes, int from, int length) {
      digest.update(bytes, from, length);
    }

    @Override
    public void finish(byte[] out, int from) {
      try {
        digest.digest(out, from, BYTES);
      } catch (DigestException e) {
        throw new IllegalStateException("no room for 32 bytes", e);
      }
    }
  }

  /** SM3 of BouncyCastle. */
  final class Sm3 implements Hash {
    private final SM3Digest digest = new SM3Digest();

    @Override
    public void update(byte[] bytes, int from, int length) {
      digest.update(bytes, from, length);
    }

    @Override
    public void finish(byte[] out, int from) {
      digest.doFinal(out, from);
    }
  }
}
