package io.safehand.core.handover.moved;

import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.person.RecordId;
import io.safehand.core.vault.KeyId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The byte form of a moved person, docs/formats/package.md "Person". The same bytes are the leaf of the Merkle tree.
 *
 * <p>Writing goes into one reused buffer; for one thread.
 */
public final class PersonFrame {
  public static final int LARGEST = 1 << 24;
  private static final int KEPT = 1;
  private static final int RESTRICTED = 2;

  /** A package has few group names: each is checked once. */
  private final Map<String, GroupName> known = new HashMap<>();
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /**
   * The bytes, valid until the next call: position 0 up to the limit, backed by an array.
   *
   * @throws IllegalArgumentException if a part is larger than the format allows
   */
  public ByteBuffer write(MovedPerson person) {
    int length = length(person);
    if (buffer.capacity() < length) {
      buffer = ByteBuffer.allocate(length);
    }
    buffer.clear();
    person.id().write(buffer);
    person.keyId().write(buffer);
    buffer.putShort((short) person.records().size());
    for (MovedRecord each : person.records()) {
      write(each);
    }
    return buffer.flip();
  }

  private void write(MovedRecord moved) {
    moved.id().write(buffer);
    buffer.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, moved.collectedAt()));
    buffer.put((byte) ((moved.keeping().isPresent() ? KEPT : 0) | (moved.restricted() ? RESTRICTED : 0)));
    moved.keeping().ifPresent(keeping -> {
      putShortText(keeping.rule());
      buffer.putInt((int) keeping.until().toEpochDay());
    });
    buffer.put((byte) moved.attributes().size());
    for (Map.Entry<String, String> attribute : moved.attributes().entrySet()) {
      putShortText(attribute.getKey());
      putShortText(attribute.getValue());
    }
    buffer.put((byte) moved.groups().size());
    for (MovedGroup group : moved.groups()) {
      putShortText(group.name().text());
      buffer.put((byte) group.suite());
      buffer.putInt(group.sealed().length).put(group.sealed());
    }
  }

  private void putShortText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.put((byte) bytes.length).put(bytes);
  }

  private static int length(MovedPerson person) {
    long length = 2L * PersonId.BYTES + 2;
    requireAtMost(person.records().size(), 0xffff, "records");
    for (MovedRecord moved : person.records()) {
      requireAtMost(moved.attributes().size(), 0xff, "attributes");
      requireAtMost(moved.groups().size(), 0xff, "groups");
      length += RecordId.BYTES + 8 + 1 + 1 + 1;
      length += moved.keeping().map(keeping -> shortLength(keeping.rule()) + 4).orElse(0);
      for (Map.Entry<String, String> attribute : moved.attributes().entrySet()) {
        length += shortLength(attribute.getKey()) + shortLength(attribute.getValue());
      }
      for (MovedGroup group : moved.groups()) {
        requireAtMost(group.suite(), 0xff, "suite");
        length += shortLength(group.name().text()) + 1 + 4 + group.sealed().length;
      }
    }
    requireAtMost(length, LARGEST, "bytes");
    return (int) length;
  }

  private static int shortLength(String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    requireAtMost(length, 0xff, "bytes of a text");
    return 1 + length;
  }

  private static void requireAtMost(long value, long limit, String what) {
    if (value < 0 || value > limit) {
      throw new IllegalArgumentException("a moved person has too many " + what);
    }
  }

  /**
   * Reads what {@link #write} wrote, and nothing else.
   *
   * @throws IllegalArgumentException if the bytes are not exactly one person
   * @throws java.nio.BufferUnderflowException if they end early
   */
  public MovedPerson read(ByteBuffer from) {
    PersonId person = PersonId.read(from);
    KeyId keyId = KeyId.read(from);
    int count = Short.toUnsignedInt(from.getShort());
    List<MovedRecord> records = new ArrayList<>(Math.min(count, 16));
    for (int at = 0; at < count; at++) {
      records.add(readRecord(from));
    }
    if (from.hasRemaining()) {
      throw new IllegalArgumentException("bytes after the last record");
    }
    return new MovedPerson(person, keyId, records);
  }

  private MovedRecord readRecord(ByteBuffer from) {
    RecordId id = RecordId.read(from);
    Instant collectedAt = Instant.EPOCH.plus(from.getLong(), ChronoUnit.MICROS);
    int flags = from.get();
    if ((flags & ~(KEPT | RESTRICTED)) != 0) {
      throw new IllegalArgumentException("an unknown flag");
    }
    Optional<Keeping> keeping = (flags & KEPT) == 0 ? Optional.empty() : Optional.of(readKeeping(from));
    return new MovedRecord(id, collectedAt, keeping, (flags & RESTRICTED) != 0, readAttributes(from),
        readGroups(from));
  }

  private static Keeping readKeeping(ByteBuffer from) {
    String rule = readShortText(from);
    return new Keeping(rule, LocalDate.ofEpochDay(from.getInt()));
  }

  private static TreeMap<String, String> readAttributes(ByteBuffer from) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int left = Byte.toUnsignedInt(from.get()); left > 0; left--) {
      String name = readShortText(from);
      if (!attributes.isEmpty() && attributes.lastKey().compareTo(name) >= 0) {
        throw new IllegalArgumentException("attributes are not in order");
      }
      attributes.put(name, readShortText(from));
    }
    return attributes;
  }

  private List<MovedGroup> readGroups(ByteBuffer from) {
    int count = Byte.toUnsignedInt(from.get());
    List<MovedGroup> groups = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      GroupName name = known.computeIfAbsent(readShortText(from), GroupName::new);
      int suite = Byte.toUnsignedInt(from.get());
      int length = from.getInt();
      if (length < 0 || length > from.remaining()) {
        throw new IllegalArgumentException("a group longer than its person");
      }
      byte[] sealed = new byte[length];
      from.get(sealed);
      groups.add(new MovedGroup(name, suite, sealed));
    }
    return groups;
  }

  private static String readShortText(ByteBuffer from) {
    byte[] bytes = new byte[Byte.toUnsignedInt(from.get())];
    from.get(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.getBytes(StandardCharsets.UTF_8).length != bytes.length || text.indexOf('\ufffd') >= 0) {
      throw new IllegalArgumentException("a text that is not UTF-8");
    }
    return text;
  }
}
