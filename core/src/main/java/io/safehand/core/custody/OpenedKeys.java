package io.safehand.core.custody;

import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.PersonKey;
import java.util.Map;

/** The keys of a stretch of leaf pages, for work on many people. Closing zeroes them. */
final class OpenedKeys implements AutoCloseable {
  private final Map<KeyId, KeyEntry> entries;

  OpenedKeys(Map<KeyId, KeyEntry> entries) {
    this.entries = entries;
  }

  /** The record's own key; a record without one, or with another person's, is an alarm. The caller closes it. */
  PersonKey key(SealedRecord record) {
    KeyEntry entry = entries.get(record.key());
    if (entry == null || !entry.person().equals(record.person())) {
      throw new KeyMissing(record.person());
    }
    return entry.personKey();
  }

  @Override
  public void close() {
    entries.values().forEach(KeyEntry::close);
  }
}
