package io.safehand.core.vault;

import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import java.nio.ByteBuffer;

/** {@code "commit"} and the associated data of one group of one record, in a reused buffer. For one thread. */
final class Context {
  private static final int MOST_BYTES = PreparedGroup.CONTEXT + 61 + 31;
  private final byte[] bytes = new byte[MOST_BYTES];
  private final ByteBuffer words = ByteBuffer.wrap(bytes);
  private int length;

  void set(PreparedGroup group, PersonId person, RecordId record, KeyId key) {
    byte[] template = group.context();
    length = template.length;
    System.arraycopy(template, 0, bytes, 0, length);
    words.putLong(PreparedGroup.PERSON, person.high()).putLong(PreparedGroup.PERSON + 8, person.low());
    words.putLong(PreparedGroup.RECORD, record.high()).putLong(PreparedGroup.RECORD + 8, record.low());
    words.putLong(length - 16, key.high()).putLong(length - 8, key.low());
  }

  void commit(Hmac hmac, byte[] groupKey, byte[] out, int from) {
    hmac.key(groupKey);
    hmac.mac(bytes, 0, length, out, from);
  }

  byte[] bytes() {
    return bytes;
  }

  int from() {
    return PreparedGroup.CONTEXT;
  }

  int length() {
    return length - PreparedGroup.CONTEXT;
  }
}
