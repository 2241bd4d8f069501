package io.safehand.core.vault.tree;

import io.safehand.core.hash.Sha256;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.SecretBox;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * 64 entries of 66 bytes in clear: an id (16), a key id (16), a key (32), a kind (1), an ordinal (1). All zero is
 * absent. Leaves hold keys of people, inner pages keys of pages (kind 4), the top page also epoch keys (kind 5).
 */
final class OpenPage implements AutoCloseable {
  static final int BYTES = PageAddress.PAGE_ENTRIES * KeyEntry.BYTES;
  private static final int KEY_ID = PersonId.BYTES;
  private static final int KEY = KEY_ID + KeyId.BYTES;
  private static final int KIND = KEY + SecretBox.KEY_BYTES;
  private static final byte PAGE = 4;
  private static final byte EPOCH = 5;

  private final byte[] bytes;
  private final ByteBuffer words;

  /** Takes the array over. */
  OpenPage(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new FormatRefused("an opened key page is " + BYTES + " bytes");
    }
    this.bytes = bytes;
    this.words = ByteBuffer.wrap(bytes);
  }

  static OpenPage empty() {
    return new OpenPage(new byte[BYTES]);
  }

  boolean isAbsent(int entry) {
    int from = entry * KeyEntry.BYTES;
    for (int i = from; i < from + KeyEntry.BYTES; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** One bit for each entry that is there. */
  long present() {
    long present = 0;
    for (int entry = 0; entry < PageAddress.PAGE_ENTRIES; entry++) {
      present |= isAbsent(entry) ? 0 : 1L << entry;
    }
    return present;
  }

  KeyEntry person(int entry) {
    return KeyEntry.read(at(entry));
  }

  void put(int entry, KeyEntry key) {
    key.write(at(entry));
  }

  boolean isOf(int entry, PersonId person, KeyId key) {
    int from = entry * KeyEntry.BYTES;
    return words.getLong(from) == person.high() && words.getLong(from + 8) == person.low()
        && keyId(entry).equals(key);
  }

  KeyId keyId(int entry) {
    int from = entry * KeyEntry.BYTES + KEY_ID;
    return new KeyId(words.getLong(from), words.getLong(from + 8));
  }

  /** The key of the page below, if this entry holds one. */
  Optional<PageKey> pageKey(int entry) {
    int from = entry * KeyEntry.BYTES;
    if (bytes[from + KIND] != PAGE) {
      return Optional.empty();
    }
    return Optional.of(new PageKey(keyId(entry), Arrays.copyOfRange(bytes, from + KEY, from + KIND)));
  }

  void put(int entry, PageKey key) {
    ByteBuffer to = at(entry).putLong(0).putLong(0);
    key.id().write(to);
    to.put(key.bytes()).put(PAGE).put((byte) 0);
  }

  Optional<EpochKey> epoch(int entry) {
    int from = entry * KeyEntry.BYTES;
    if (bytes[from + KIND] != EPOCH) {
      return Optional.empty();
    }
    return Optional.of(EpochKey.read(ByteBuffer.wrap(bytes, from + 8, KIND - 8)));
  }

  void put(int entry, EpochKey key) {
    ByteBuffer to = at(entry).putLong(0);
    key.write(to);
    to.put(EPOCH).put((byte) 0);
  }

  void clear(int entry) {
    int from = entry * KeyEntry.BYTES;
    Arrays.fill(bytes, from, from + KeyEntry.BYTES, (byte) 0);
  }

  /** SHA-256 over the number and the bytes of each of these entries. */
  byte[] digest(long entries) {
    MessageDigest digest = Sha256.digest();
    for (long left = entries; left != 0; left &= left - 1) {
      int entry = Long.numberOfTrailingZeros(left);
      digest.update((byte) entry);
      digest.update(bytes, entry * KeyEntry.BYTES, KeyEntry.BYTES);
    }
    return digest.digest();
  }

  /** The bytes themselves, for sealing. */
  byte[] bytes() {
    return bytes;
  }

  OpenPage copy() {
    return new OpenPage(bytes.clone());
  }

  private ByteBuffer at(int entry) {
    return words.duplicate().position(entry * KeyEntry.BYTES).limit((entry + 1) * KeyEntry.BYTES);
  }

  @Override
  public void close() {
    Arrays.fill(bytes, (byte) 0);
  }
}
