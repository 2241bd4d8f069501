package io.safehand.core.custody.keys;

import io.safehand.core.custody.stored.SealedRecord;

import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.KeyKind;
import io.safehand.core.vault.OpeningKey;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.PlacedKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a stretch of leaf pages, for work on many people. Closing zeroes them. */
public final class OpenedKeys implements AutoCloseable {
  private final Map<KeyId, List<KeyEntry>> entries;
  private final List<KeyPlace> places;

  OpenedKeys(List<KeyEntry> all) {
    this(all, List.of());
  }

  /** @param places where the keys of whole leaf pages lie */
  private OpenedKeys(List<KeyEntry> all, List<KeyPlace> places) {
    this.places = places;
    this.entries = HashMap.newHashMap(all.size());
    all.forEach(entry -> entries.computeIfAbsent(entry.keyId(), id -> new ArrayList<>(1)).add(entry));
  }

  /** All keys of some leaf pages. */
  static OpenedKeys ofLeaves(List<PlacedKey> all) {
    return new OpenedKeys(all.stream().map(PlacedKey::entry).toList(),
        all.stream()
            .map(key -> new KeyPlace(key.slot(), key.entry().person(), key.entry().keyId()))
            .toList());
  }

  /** The places of keys that none of these records, which should be all of the pages', is opened by. */
  public List<KeyPlace> without(List<SealedRecord> records) {
    Map<PersonId, KeyId> listed = HashMap.newHashMap(records.size());
    records.forEach(record -> listed.put(record.person(), record.key()));
    return places.stream().filter(place -> !place.key().equals(listed.get(place.person()))).toList();
  }

  /** The record's own key; a record without one, or with another person's, is an alarm. The caller closes it. */
  public PersonKey key(SealedRecord record) {
    return of(record).stream()
        .filter(entry -> entry.kind() == KeyKind.PERSON)
        .findFirst()
        .orElseThrow(() -> new KeyMissing(record.person()))
        .personKey();
  }

  /**
   * The key that came along for this group: the one for all groups, or its own, whose ordinal is the group's place in
   * the record, from 0. The caller closes it.
   */
  public OpeningKey travelled(SealedRecord record, SealedGroup group, int place) {
    for (KeyEntry entry : of(record)) {
      if (entry.kind() == KeyKind.DATA) {
        return entry.dataKey();
      }
      if (entry.kind() == KeyKind.GROUP && entry.ordinal() == place) {
        return entry.groupKey(group.suite(), group.group());
      }
    }
    throw new KeyMissing(record.person());
  }

  private List<KeyEntry> of(SealedRecord record) {
    return entries.getOrDefault(record.key(), List.of())
        .stream()
        .filter(entry -> entry.person().equals(record.person()))
        .toList();
  }

  @Override
  public void close() {
    entries.values().forEach(list -> list.forEach(KeyEntry::close));
  }
}
