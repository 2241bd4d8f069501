package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.handover.parcel.ReceivedPerson;
import io.safehand.core.person.GroupName;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.GroupKey;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyKind;
import io.safehand.core.vault.OpeningKey;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.Vault;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that came with one person, checked against the sealed groups that came with them: every group is what the
 * package calls it, and opens under the key that came for it, and holds fields.
 */
final class TravelledKeys {
  private final ReceivedPerson person;
  private final List<GroupName> ordinals;
  private final Vault vault;

  /** @param ordinals the manifest's groups: what the ordinals of group keys mean in the package */
  TravelledKeys(ReceivedPerson person, List<GroupName> ordinals, Vault vault) {
    this.person = person;
    this.ordinals = ordinals;
    this.vault = vault;
  }

  /** The keys as they are stored: the ordinal of a group key is its group's place in the record. Copies. */
  List<KeyEntry> checked(SealedRecord record) throws HandoverRefused {
    List<SealedGroup> groups = groups(record);
    List<KeyEntry> stored = new ArrayList<>(person.keys().size());
    for (KeyEntry entry : person.keys()) {
      stored.add(
          entry.kind() == KeyKind.GROUP ? groupKey(entry, groups, record) : dataKey(entry, groups, record));
    }
    return stored;
  }

  private List<SealedGroup> groups(SealedRecord record) throws HandoverRefused {
    try {
      List<SealedGroup> groups = RecordOpening.groups(record);
      List<GroupName> named = person.person()
          .records()
          .getFirst()
          .groups()
          .stream()
          .map(group -> group.name())
          .toList();
      if (groups.stream().map(SealedGroup::group).toList().equals(named)) {
        return groups;
      }
    } catch (FormatRefused malformed) {
      throw new HandoverRefused(Fault.MALFORMED, subject(), malformed);
    }
    throw new HandoverRefused(Fault.GROUP_UNKNOWN, subject());
  }

  private KeyEntry groupKey(KeyEntry entry, List<SealedGroup> groups, SealedRecord record)
      throws HandoverRefused {
    int place = groups.stream().map(SealedGroup::group).toList().indexOf(ordinals.get(entry.ordinal()));
    SealedGroup group = groups.get(place);
    try (GroupKey key = entry.groupKey(group.suite(), group.group())) {
      require(key, group, record);
      return KeyEntry.of(entry.person(), key, place);
    }
  }

  private KeyEntry dataKey(KeyEntry entry, List<SealedGroup> groups, SealedRecord record)
      throws HandoverRefused {
    try (var key = entry.dataKey()) {
      for (SealedGroup group : groups) {
        require(key, group, record);
      }
      return KeyEntry.of(entry.person(), key);
    }
  }

  /** Whose it is stays unsaid: the package is refused as a whole. */
  private void require(OpeningKey key, SealedGroup group, SealedRecord record) throws HandoverRefused {
    try {
      RecordOpening.group(vault, key, record, group.group());
    } catch (ForgedRecord broken) {
      throw new HandoverRefused(Fault.SEAL_BROKEN, "a group " + group.group(), broken);
    }
  }

  private String subject() {
    return "person " + person.person().id();
  }
}
