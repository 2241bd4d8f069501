package io.safehand.stolen;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One version of a key page.
 *
 * @param context what it is bound to, 63 bytes
 * @param sealed nonce, ciphertext and tag
 */
record StolenPage(ByteBuffer context, ByteBuffer sealed) {
  static StolenPage of(UUID company, UUID tree, int level, int number, int suite, byte[] key, long version,
      byte[] sealed) {
    ByteBuffer context = ByteBuffer.allocate(63).put((byte) 1).put((byte) suite);
    context.put(Tools.bytes(company)).put(Tools.bytes(tree)).put((byte) level).putInt(number);
    return new StolenPage(context.put(key).putLong(version).flip(), ByteBuffer.wrap(sealed));
  }
}
