package io.safehand.core.vault;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import java.nio.ByteBuffer;

/**
 * A key with the person it belongs to, as it lies in a key page and travels in a package: 66 bytes, person id,
 * key id, key, kind, group ordinal (0 unless the kind is GROUP; which group it names is agreed elsewhere).
 *
 * <p>Owns its key bytes and overwrites them on {@link #close()}. Prints {@code •••}.
 */
public final class KeyEntry implements AutoCloseable {
  public static final int BYTES = 66;
  private static final int MOST_GROUPS = 256;

  private final PersonId person;
  private final KeyId keyId;
  private final KeyKind kind;
  private final int ordinal;
  private final SecretBytes key;

  private KeyEntry(PersonId person, KeyId keyId, KeyKind kind, int ordinal, SecretBytes key) {
    if (person.isAbsent()) {
      throw new FormatRefused("a key entry names a person");
    }
    if (ordinal < 0 || ordinal >= MOST_GROUPS || (kind != KeyKind.GROUP && ordinal != 0)) {
      throw new FormatRefused("a group ordinal is 0 to 255, and 0 unless the key is one group's");
    }
    this.person = person;
    this.keyId = keyId;
    this.kind = kind;
    this.ordinal = ordinal;
    this.key = key;
  }

  public static KeyEntry of(PersonId person, PersonKey key) {
    return new KeyEntry(person, key.id(), KeyKind.PERSON, 0, copy(key));
  }

  public static KeyEntry of(PersonId person, DataKey key) {
    return new KeyEntry(person, key.id(), KeyKind.DATA, 0, copy(key));
  }

  public static KeyEntry of(PersonId person, GroupKey key, int ordinal) {
    return new KeyEntry(person, key.id(), KeyKind.GROUP, ordinal, copy(key));
  }

  private static SecretBytes copy(OpeningKey key) {
    return new SecretBytes(key.bytes().clone());
  }

  /** Reads 66 bytes; refuses an absent entry and anything unknown with {@link FormatRefused}. */
  public static KeyEntry read(ByteBuffer from) {
    PersonId person = PersonId.read(from);
    KeyId id = KeyId.read(from);
    byte[] key = new byte[SecretBytes.BYTES];
    from.get(key);
    KeyKind kind = KeyKind.ofNumber(from.get());
    return new KeyEntry(person, id, kind, Byte.toUnsignedInt(from.get()), new SecretBytes(key));
  }

  /** Writes the 66 bytes with the key in clear: only into what is sealed next. */
  public void write(ByteBuffer to) {
    person.write(to);
    keyId.write(to);
    to.put(key.bytes()).put((byte) kind.number()).put((byte) ordinal);
  }

  public PersonId person() {
    return person;
  }

  public KeyId keyId() {
    return keyId;
  }

  public KeyKind kind() {
    return kind;
  }

  public int ordinal() {
    return ordinal;
  }

  /** The key, when it is a person key; else {@link IllegalStateException}. */
  public PersonKey personKey() {
    expect(KeyKind.PERSON);
    return new PersonKey(keyId, key.bytes().clone());
  }

  /** The key, when it is a data key; else {@link IllegalStateException}. */
  public DataKey dataKey() {
    expect(KeyKind.DATA);
    return new DataKey(keyId, key.bytes().clone());
  }

  /** The key, when it is a group key, of the suite and group that its ordinal was agreed to mean; else {@link IllegalStateException}. */
  public GroupKey groupKey(Suite suite, GroupName group) {
    expect(KeyKind.GROUP);
    return new GroupKey(keyId, key.bytes().clone(), suite, group);
  }

  private void expect(KeyKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException("this entry holds a " + kind + " key");
    }
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
