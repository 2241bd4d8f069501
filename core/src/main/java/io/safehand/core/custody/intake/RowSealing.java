package io.safehand.core.custody.intake;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.IntakeBatch;

import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import io.safehand.core.vault.BlindIndex;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.PreparedGroup;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.Sealing;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals checked rows under fresh keys, one thread's worth. Clear text lives in one buffer that is zeroed. */
final class RowSealing {
  private static final int FIRST_VERSION = 1;

  private final Randomness random;
  private final Vault vault;
  private final Group[] groups;
  private final FieldRule[] searchable;
  private final int[] searchablePositions;
  private ByteBuffer clear = ByteBuffer.allocate(4096);
  private ByteBuffer sealed = ByteBuffer.allocate(8192);

  RowSealing(Inventory inventory, Suite suite, SecureRandom random) {
    this.random = new Randomness(random);
    this.vault = new Vault(this.random);
    List<FieldRule> fields = inventory.fields();
    this.groups = inventory.groups()
        .stream()
        .map(group -> Group.of(group, suite, fields))
        .toArray(Group[]::new);
    this.searchable = fields.stream().filter(FieldRule::searchable).toArray(FieldRule[]::new);
    this.searchablePositions = Arrays.stream(searchable).mapToInt(fields::indexOf).toArray();
  }

  /** Seals the rows; their keys go into the leaves from {@code firstLeaf} on, in the order of the rows. */
  SealedBatch seal(List<CheckedRow> rows, int firstLeaf, BlindIndex index) {
    random.reseed();
    List<IntakeBatch.Entry> entries = new ArrayList<>(rows.size());
    List<KeyEntry> keys = new ArrayList<>(rows.size());
    try (vault) {
      for (CheckedRow row : rows) {
        entries.add(seal(row, KeyTree.slot(firstLeaf, entries.size()), keys, index));
      }
    }
    return new SealedBatch(entries, firstLeaf, keys, RecordHash.all(entries));
  }

  private IntakeBatch.Entry seal(CheckedRow row, int slot, List<KeyEntry> keys, BlindIndex index) {
    PersonId person = random.personId();
    RecordId record = random.recordId();
    try (PersonKey key = PersonKey.draw(random)) {
      keys.add(KeyEntry.of(person, key));
      sealed.clear();
      Sealing sealing = vault.record(key, person, record);
      for (Group group : groups) {
        sealGroup(group, row.values(), sealing);
      }
      byte[] groupBytes = Arrays.copyOf(sealed.array(), sealed.position());
      SealedRecord stored = new SealedRecord(person, record, key.id(), slot,
          vault.sealNewLedgerKey(key, person, row.facts().bound(record)), groupBytes, row.facts());
      return new IntakeBatch.Entry(row.number(), stored, tags(row, index), row.answers());
    }
  }

  private void sealGroup(Group group, @Nullable String[] values, Sealing sealing) {
    clear.clear();
    for (int i = 0; i < group.positions.length; i++) {
      String value = values[group.positions[i]];
      if (value != null) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        clear = withRoom(clear, 3 + group.names[i].length + bytes.length);
        GroupText.write(group.names[i], bytes, clear);
      }
    }
    if (clear.position() > 0) {
      sealed = withRoom(sealed, group.prepared.sealedBytes(clear.position()));
      sealing.seal(group.prepared, clear.array(), 0, clear.position(), sealed);
      Arrays.fill(clear.array(), 0, clear.position(), (byte) 0);
    }
  }

  /** The identity key's tag first, then one for each searchable value. */
  private long[] tags(CheckedRow row, BlindIndex index) {
    long[] tags = new long[1 + searchable.length];
    int count = 0;
    tags[count++] = index.tag(Tagging.IDENTITY, row.identity());
    for (int i = 0; i < searchable.length; i++) {
      String value = row.values()[searchablePositions[i]];
      if (value != null) {
        tags[count++] = index.tag(searchable[i].name(), value);
      }
    }
    return Arrays.copyOf(tags, count);
  }

  private static ByteBuffer withRoom(ByteBuffer buffer, int bytes) {
    if (buffer.remaining() >= bytes) {
      return buffer;
    }
    ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
    larger.put(buffer.array(), 0, buffer.position());
    Arrays.fill(buffer.array(), (byte) 0);
    return larger;
  }

  /** A field group with the positions of its fields in the inventory. */
  private record Group(PreparedGroup prepared, int[] positions, byte[][] names) {
    static Group of(GroupName group, Suite suite, List<FieldRule> fields) {
      List<FieldRule> own = fields.stream().filter(field -> field.group().equals(group)).toList();
      return new Group(new PreparedGroup(group, suite, FIRST_VERSION),
          own.stream().mapToInt(fields::indexOf).toArray(),
          own.stream().map(field -> GroupText.name(field.name())).toArray(byte[][]::new));
    }
  }
}
