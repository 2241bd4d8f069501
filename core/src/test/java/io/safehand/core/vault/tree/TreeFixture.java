package io.safehand.core.vault.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A planted tree in memory with its root, and people to put into it. */
final class TreeFixture {
  final TreeName name = new TreeName(new CompanyId(UUID.randomUUID()), new TreeId(UUID.randomUUID()));
  final Randomness randomness = new Randomness(new SecureRandom());
  final PageKeys held = new PageKeys(0);
  final PageSealing sealing;
  MemoryKeyPages pages = new MemoryKeyPages();
  RootKey root = RootKey.draw(randomness);

  TreeFixture() {
    this(Suite.AES_256_GCM);
  }

  TreeFixture(Suite suite) {
    this.sealing = new PageSealing(suite, randomness, held);
    tree().plant();
  }

  KeyTree tree() {
    return tree(root, pages);
  }

  KeyTree tree(RootKey under, KeyPages from) {
    return new KeyTree(name, under, from, sealing);
  }

  PlacedKey person(int slot) {
    try (PersonKey key = PersonKey.draw(randomness)) {
      return new PlacedKey(slot, KeyEntry.of(randomness.personId(), key));
    }
  }

  List<PlacedKey> people(int firstSlot, int count) {
    List<PlacedKey> people = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      people.add(person(firstSlot + i));
    }
    return people;
  }

  /** As an intake does: batches of some thousand people. */
  List<PlacedKey> fill(int firstSlot, int count) {
    List<PlacedKey> all = people(firstSlot, count);
    for (int from = 0; from < count; from += 4096) {
      tree().fill(all.subList(from, Math.min(count, from + 4096)));
    }
    return all;
  }

  /** Erases, reads back and goes on under the new root. */
  TreeErasure erase(List<KeyPlace> places) {
    RootKey next = RootKey.draw(randomness);
    TreeErasure erasure = tree().erase(places, next);
    if (erasure.changed()) {
      root = next;
      tree().check(erasure, page -> assertThat(pages.find(page.address())).contains(page));
    }
    return erasure;
  }

  static KeyPlace place(PlacedKey key) {
    return new KeyPlace(key.slot(), key.entry().person(), key.entry().keyId());
  }

  static List<KeyPlace> places(List<PlacedKey> keys) {
    return keys.stream().map(TreeFixture::place).toList();
  }

  /** The 66 bytes, for comparing. */
  static ByteBuffer bytes(KeyEntry entry) {
    ByteBuffer to = ByteBuffer.allocate(KeyEntry.BYTES);
    entry.write(to);
    return to.flip();
  }

  boolean finds(PlacedKey key) {
    return tree().find(place(key)).filter(found -> bytes(found).equals(bytes(key.entry()))).isPresent();
  }

  PageAddress page(int level, int number) {
    return new PageAddress(name, level, number);
  }

  long version(int level, int number) {
    return pages.find(page(level, number)).map(SealedPage::version).orElse(0L);
  }
}
