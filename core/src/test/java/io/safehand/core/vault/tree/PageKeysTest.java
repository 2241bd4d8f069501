package io.safehand.core.vault.tree;

import static io.safehand.core.vault.tree.TreeFixture.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.vault.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageKeysTest {
  private final TreeFixture tree = new TreeFixture();
  private final List<PlacedKey> people = tree.fill(0, 3 * 4096);
  private final PageKeys held = new PageKeys(100);
  private final PageSealing sealing = new PageSealing(Suite.AES_256_GCM, tree.randomness, held);

  @Test
  void readsOnlyTheLeafOnceItsParentIsHeld() {
    held.become(tree.root.id());
    assertThat(calls(people.get(0))).isEqualTo(2);
    assertThat(calls(people.get(70))).isEqualTo(1);
    assertThat(calls(people.get(5_000))).isEqualTo(2);
  }

  @Test
  void holdsNothingBeforeItServesARootOrAfterItWasDropped() {
    assertThat(calls(people.get(0))).isEqualTo(2);
    assertThat(calls(people.get(0))).isEqualTo(2);
    held.become(tree.root.id());
    calls(people.get(0));
    held.drop();
    assertThat(calls(people.get(0))).isEqualTo(2);
    assertThat(calls(people.get(0))).isEqualTo(2);
  }

  @Test
  void reloadsInsteadOfServingAPageUnderANewKey() {
    held.become(tree.root.id());
    calls(people.get(0));
    RootKey old = tree.root;
    MemoryKeyPages before = tree.pages.copy();
    tree.erase(List.of(place(people.get(0))));
    assertThat(find(people.get(1), tree.root, tree.pages)).isTrue();
    assertThat(find(people.get(0), tree.root, tree.pages)).isFalse();
    assertThat(find(people.get(0), old, before)).as("an older snapshot still reads by its own root").isTrue();
    assertThatThrownBy(() -> find(people.get(0), tree.root, before)).isInstanceOf(StalePages.class);
  }

  @Test
  void takesNothingInThatWasOpenedUnderAnotherRoot() {
    RootKey old = tree.root;
    MemoryKeyPages before = tree.pages.copy();
    tree.erase(List.of(place(people.get(0))));
    held.become(tree.root.id());
    assertThat(find(people.get(0), old, before)).isTrue();
    int calls = before.calls();
    assertThat(find(people.get(0), old, before)).isTrue();
    assertThat(before.calls() - calls).as("nothing of the old root is held").isEqualTo(2);
  }

  @Test
  void holdsNoMoreThanItMay() {
    PageKeys few = new PageKeys(2);
    few.become(tree.root.id());
    PageSealing with = new PageSealing(Suite.AES_256_GCM, tree.randomness, few);
    for (int round = 0; round < 3; round++) {
      for (int slot : new int[]{0, 5_000, 9_000}) {
        try (KeyTree reader = new KeyTree(tree.name, tree.root, tree.pages, with)) {
          assertThat(reader.find(place(people.get(slot)))).isPresent();
        }
      }
    }
  }

  @Test
  void seesKeysThatWereFilledLater() {
    held.become(tree.root.id());
    calls(people.get(0));
    PlacedKey late = tree.fill(3 * 4096, 1).getFirst();
    assertThat(find(late, tree.root, tree.pages)).isTrue();
    PlacedKey later = tree.fill(3 * 4096 + 64, 1).getFirst();
    assertThat(find(later, tree.root, tree.pages)).isTrue();
  }

  private int calls(PlacedKey person) {
    int before = tree.pages.calls();
    assertThat(find(person, tree.root, tree.pages)).isTrue();
    return tree.pages.calls() - before;
  }

  private boolean find(PlacedKey person, RootKey root, KeyPages pages) {
    try (KeyTree reader = new KeyTree(tree.name, root, pages, sealing)) {
      return reader.find(place(person)).isPresent();
    }
  }
}
