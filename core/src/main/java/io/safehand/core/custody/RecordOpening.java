package io.safehand.core.custody;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.intake.GroupText;

import io.safehand.core.person.FieldName;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonalText;
import io.safehand.core.vault.DataKey;
import io.safehand.core.vault.ForgedRecord;
import io.safehand.core.vault.OpeningKey;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Place;
import io.safehand.core.vault.SealedGroup;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens single groups of a stored record; what is not asked for stays sealed. */
final class RecordOpening {
  private RecordOpening() {}

  /** The groups of the record, still sealed. */
  static List<SealedGroup> groups(SealedRecord record) {
    List<SealedGroup> groups = new ArrayList<>();
    ByteBuffer from = ByteBuffer.wrap(record.groups());
    while (from.hasRemaining()) {
      groups.add(SealedGroup.read(from));
    }
    return groups;
  }

  /** The person's ledger key, which the caller zeroes; {@link ForgedRecord} also when a fact of the record was changed. */
  static byte[] ledgerKey(Vault vault, PersonKey key, SealedRecord record) {
    return vault.openLedgerKey(OpeningAct.TOKEN, key, record.person(), record.facts().bound(record.record()),
        record.ledgerKey());
  }

  /** Requires that the facts are those that the record was sealed with; else {@link ForgedRecord}. */
  static void requireFacts(Vault vault, PersonKey key, SealedRecord record) {
    Arrays.fill(ledgerKey(vault, key, record), (byte) 0);
  }

  /**
   * Requires that facts, ledger key and every group of the record were sealed under this key for this person and record;
   * else {@link ForgedRecord}. No group is opened.
   */
  static void require(Vault vault, PersonKey key, SealedRecord record) {
    try (DataKey data = vault.dataKey(key)) {
      for (SealedGroup group : groups(record)) {
        if (!vault.belongs(data, new Place(record.person(), record.record(), group.group()), group)) {
          throw new ForgedRecord(record + " holds a group that is not its own");
        }
      }
    }
    requireFacts(vault, key, record);
  }

  /** The fields of one group; none when the record holds nothing of it. */
  static Map<FieldName, PersonalText> group(Vault vault, OpeningKey key, SealedRecord record,
      GroupName group) {
    Optional<SealedGroup> sealed = SealedGroup.find(ByteBuffer.wrap(record.groups()), group);
    if (sealed.isEmpty()) {
      return Map.of();
    }
    byte[] clear = open(vault, key, record, sealed.get());
    try {
      return GroupText.read(clear);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** The clear text of a group; the caller zeroes it. */
  static byte[] open(Vault vault, OpeningKey key, SealedRecord record, SealedGroup sealed) {
    return vault.open(OpeningAct.TOKEN, key, new Place(record.person(), record.record(), sealed.group()),
        sealed);
  }
}
