package io.safehand.stolen;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tries every key that he has or finds on every version of every page, whatever the page says of its key. */
final class Thief {
  private static final int ENTRY = 66;
  private static final int PERSON = 1;
  private static final int PAGE = 4;
  private static final int EPOCH = 5;

  /** A key with its id, of the person that its entry names. */
  record PersonKey(UUID person, UUID id, ByteBuffer bytes) {}

  final Set<PersonKey> people = new LinkedHashSet<>();
  private final Map<UUID, List<PersonKey>> ofPerson = new HashMap<>();
  final Set<ByteBuffer> epochs = new LinkedHashSet<>();
  final Set<ByteBuffer> pageKeys = new LinkedHashSet<>();
  private final Loot loot;
  private final Deque<byte[]> untried = new ArrayDeque<>();

  Thief(Loot loot, Collection<byte[]> secrets) {
    this.loot = loot;
    secrets.forEach(this::learn);
    List<StolenPage> closed = new ArrayList<>(loot.pages);
    while (!untried.isEmpty()) {
      byte[] key = untried.poll();
      closed.removeIf(page -> {
        Optional<byte[]> open = Tools.open(key, page.context().array(), page.sealed().array());
        open.ifPresent(this::read);
        return open.isPresent();
      });
    }
    people.forEach(key -> ofPerson.computeIfAbsent(key.person(), person -> new ArrayList<>()).add(key));
  }

  private void learn(byte[] key) {
    if (pageKeys.add(ByteBuffer.wrap(key))) {
      untried.add(key);
    }
  }

  private void read(byte[] page) {
    for (int at = 0; at < page.length; at += ENTRY) {
      ByteBuffer entry = ByteBuffer.wrap(page, at, ENTRY);
      UUID person = Tools.uuid(entry);
      UUID id = Tools.uuid(entry);
      byte[] key = Arrays.copyOfRange(page, at + 32, at + 64);
      switch (page[at + 64]) {
        case PERSON -> people.add(new PersonKey(person, id, ByteBuffer.wrap(key)));
        case PAGE -> learn(key);
        case EPOCH -> epochs.add(ByteBuffer.wrap(key));
        default -> {
        }
      }
    }
  }

  /** Everybody of whom some version of a record opens, with its values. */
  Map<UUID, Map<String, String>> opened() {
    Map<UUID, Map<String, String>> opened = new HashMap<>();
    for (StolenRecord record : loot.records) {
      for (PersonKey key : ofPerson.getOrDefault(record.person(), List.of())) {
        record.open(key.id(), key.bytes().array())
            .ifPresent(values -> opened.merge(record.person(), values, (one, other) -> one));
      }
    }
    return opened;
  }

  /** Whether a record of one of these people opens under anybody's key, taken for his. */
  boolean opensWithAnyKey(Set<UUID> wanted, int mostKeys) {
    List<PersonKey> keys = people.stream().limit(mostKeys).toList();
    return loot.records.stream()
        .filter(record -> wanted.contains(record.person()))
        .anyMatch(record -> keys.stream()
            .anyMatch(key -> record.open(record.key(), key.bytes().array()).isPresent()));
  }

  /** Of whom a tag of some copy confirms the guess that this is the value of the field. */
  Set<UUID> confirmed(String field, Map<UUID, String> guesses) {
    Set<Loot.Tag> expected = new HashSet<>();
    guesses.forEach((person, value) -> epochs.forEach(epoch -> {
      byte[] mac = Tools.mac(epoch.array(), Tools.ascii(field), new byte[1],
          value.getBytes(StandardCharsets.UTF_8));
      expected.add(new Loot.Tag(person, ByteBuffer.wrap(mac).getLong()));
    }));
    expected.retainAll(loot.tags);
    Set<UUID> confirmed = new HashSet<>();
    expected.forEach(tag -> confirmed.add(tag.person()));
    return confirmed;
  }
}
