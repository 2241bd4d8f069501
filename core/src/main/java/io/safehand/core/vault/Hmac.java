package io.safehand.core.vault;

import java.util.Arrays;

/** HMAC (RFC 2104) and HKDF-Expand (RFC 5869, 2.3) over reused buffers. For one thread. */
final class Hmac {
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;
  private static final int MOST_BLOCKS = 255;

  private final Hash hash;
  private final byte[] inner = new byte[Hash.BLOCK_BYTES];
  private final byte[] outer = new byte[Hash.BLOCK_BYTES];
  private final byte[] block = new byte[Hash.BYTES];
  private final byte[] counter = new byte[1];

  Hmac(Hash hash) {
    this.hash = hash;
  }

  /** Takes the key for the messages that follow. */
  void key(byte[] key) {
    byte[] used = key;
    if (key.length > Hash.BLOCK_BYTES) {
      hash.update(key, 0, key.length);
      hash.finish(block, 0);
      used = block;
    }
    for (int i = 0; i < used.length; i++) {
      inner[i] = (byte) (used[i] ^ INNER);
      outer[i] = (byte) (used[i] ^ OUTER);
    }
    Arrays.fill(inner, used.length, Hash.BLOCK_BYTES, INNER);
    Arrays.fill(outer, used.length, Hash.BLOCK_BYTES, OUTER);
  }

  /** Writes the 32 bytes of one message. */
  void mac(byte[] message, int from, int length, byte[] out, int outFrom) {
    hash.update(inner, 0, Hash.BLOCK_BYTES);
    hash.update(message, from, length);
    finish(out, outFrom);
  }

  private void finish(byte[] out, int outFrom) {
    hash.finish(out, outFrom);
    hash.update(outer, 0, Hash.BLOCK_BYTES);
    hash.update(out, outFrom, Hash.BYTES);
    hash.finish(out, outFrom);
  }

  /** Fills {@code out} with HKDF-Expand(key, info). The key must be uniform: there is no extract step. */
  void expand(byte[] key, byte[] info, byte[] out) {
    if (out.length > MOST_BLOCKS * Hash.BYTES) {
      throw new IllegalArgumentException("HKDF gives at most 8160 bytes");
    }
    key(key);
    int done = 0;
    for (int number = 1; done < out.length; number++) {
      hash.update(inner, 0, Hash.BLOCK_BYTES);
      if (number > 1) {
        hash.update(block, 0, Hash.BYTES);
      }
      hash.update(info, 0, info.length);
      counter[0] = (byte) number;
      hash.update(counter, 0, 1);
      finish(block, 0);
      int part = Math.min(Hash.BYTES, out.length - done);
      System.arraycopy(block, 0, out, done, part);
      done += part;
    }
  }

  /** Overwrites key and output. */
  void forget() {
    Arrays.fill(inner, (byte) 0);
    Arrays.fill(outer, (byte) 0);
    Arrays.fill(block, (byte) 0);
  }
}
