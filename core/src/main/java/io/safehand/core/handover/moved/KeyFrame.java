package io.safehand.core.handover.moved;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The byte form of one person's travelling keys, docs/formats/package.md "Keys". For one thread.
 *
 * <p>Groups stand as their place in the manifest's list, counted from 1; place 0 is the data key.
 */
public final class KeyFrame {
  private static final int HEAD = 2 * PersonId.BYTES + 1;
  private static final int ENTRY = 1 + TravellingKey.BYTES;

  private final List<GroupName> groups;
  private final ByteBuffer buffer = ByteBuffer.allocate(HEAD + 256 * ENTRY);

  public KeyFrame(List<GroupName> groups) {
    this.groups = groups;
  }

  /** The bytes, valid until the next call or {@link #clear()}. */
  public ByteBuffer write(PersonId person, KeyId keyId, List<TravellingKey> keys) {
    buffer.clear();
    person.write(buffer);
    keyId.write(buffer);
    buffer.put((byte) keys.size());
    for (TravellingKey key : keys) {
      buffer.put((byte) key.group().map(group -> groups.indexOf(group) + 1).orElse(0).intValue());
      buffer.put(key.exposed());
    }
    return buffer.flip();
  }

  /** Overwrites the keys that were written last. */
  public void clear() {
    Arrays.fill(buffer.array(), (byte) 0);
  }

  /**
   * Reads the keys of exactly this person.
   *
   * @throws IllegalArgumentException if they are another's, or not well formed
   * @throws java.nio.BufferUnderflowException if the bytes end early
   */
  public List<TravellingKey> read(ByteBuffer from, PersonId person, KeyId keyId) {
    if (!PersonId.read(from).equals(person) || !KeyId.read(from).equals(keyId)) {
      throw new IllegalArgumentException("keys of another person");
    }
    int count = Byte.toUnsignedInt(from.get());
    List<TravellingKey> keys = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      int place = Byte.toUnsignedInt(from.get());
      byte[] key = new byte[TravellingKey.BYTES];
      from.get(key);
      keys.add(place == 0 ? TravellingKey.ofAllGroups(key) : TravellingKey.ofGroup(group(place), key));
    }
    if (from.hasRemaining()) {
      throw new IllegalArgumentException("bytes after the last key");
    }
    return keys;
  }

  private GroupName group(int place) {
    if (place > groups.size()) {
      throw new IllegalArgumentException("a group the manifest does not name");
    }
    return groups.get(place - 1);
  }
}
