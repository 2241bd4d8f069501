package io.safehand.core.vault.tree;

import static io.safehand.core.vault.tree.TreeFixture.bytes;
import static io.safehand.core.vault.tree.TreeFixture.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.GroupName;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.DataKey;
import io.safehand.core.vault.EpochKey;
import io.safehand.core.vault.FormatRefused;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.KeyKind;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.Vault;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyTreeTest {
  private final TreeFixture tree = new TreeFixture();

  @ParameterizedTest
  @EnumSource
  void findsEachKeyWhereItWasPut(Suite suite) {
    TreeFixture own = new TreeFixture(suite);
    List<PlacedKey> people = own.fill(0, 300);
    assertThat(people).allMatch(own::finds);
    assertThat(own.pages.size()).as("5 leaves and one page on each level above").isEqualTo(5 + 3);
  }

  @Test
  void reachesTheFirstAndLastSlotAndNoFurther() {
    PlacedKey first = tree.person(0);
    PlacedKey last = tree.person(PageAddress.SLOTS - 1);
    tree.tree().fill(List.of(last, first));
    assertThat(List.of(first, last)).allMatch(tree::finds);
    assertThat(PageAddress.SLOTS).isEqualTo(14_680_064);
    for (int slot : new int[]{-64, PageAddress.SLOTS}) {
      assertThatThrownBy(() -> PageAddress.leafOf(tree.name, slot))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> tree.page(4, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tree.page(3, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPageHasOneParentEntryAndBack() {
    for (int level = 0; level < PageAddress.TOP_LEVEL; level++) {
      for (int number = 0; number < PageAddress.pages(level); number += 1 + number / 7) {
        PageAddress page = tree.page(level, number);
        assertThat(page.parent().child(page.entryInParent())).isEqualTo(page);
        assertThat(page.parent().isTop() ? page.entryInParent() - 8 : page.entryInParent()).isBetween(0, 63);
      }
    }
  }

  @Test
  void findsNothingUnderAnotherPersonKeyOrPage() {
    List<PlacedKey> people = tree.fill(0, 128);
    PlacedKey one = people.getFirst();
    PersonId other = people.get(1).entry().person();
    KeyPlace real = place(one);
    assertThat(tree.tree().find(new KeyPlace(0, other, real.key()))).isEmpty();
    assertThat(tree.tree().find(new KeyPlace(0, real.person(), people.get(1).entry().keyId()))).isEmpty();
    assertThat(tree.tree().find(new KeyPlace(64, real.person(), real.key()))).isEmpty();
    assertThat(tree.tree().find(new KeyPlace(6_400, real.person(), real.key()))).isEmpty();
    assertThat(tree.tree().find(new KeyPlace(0, new PersonId(0, 0), new KeyId(0, 0)))).isEmpty();
    assertThat(tree.tree().find(new KeyPlace(5, real.person(), real.key())))
        .as("a wrong slot of the right page")
        .isPresent();
  }

  @Test
  void pagesKeepTheirKeysWhileEmptyEntriesAreFilled() {
    tree.fill(0, 10);
    SealedPage before = tree.pages.find(tree.page(0, 0)).orElseThrow();
    tree.fill(10, 20);
    SealedPage after = tree.pages.find(tree.page(0, 0)).orElseThrow();
    assertThat(after.pageKey()).isEqualTo(before.pageKey());
    assertThat(after.version()).isEqualTo(2);
    assertThat(tree.version(1, 0)).as("the parent did not change").isEqualTo(1);
  }

  @Test
  void aParentChangesOnlyWhenAPageIsNew() {
    tree.fill(0, 64);
    assertThat(tree.version(3, 0)).isEqualTo(2);
    tree.fill(64, 64);
    assertThat(List.of(tree.version(1, 0), tree.version(2, 0), tree.version(3, 0))).containsExactly(2L, 1L,
        2L);
    tree.fill(4096, 64);
    assertThat(List.of(tree.version(1, 1), tree.version(2, 0), tree.version(3, 0))).containsExactly(1L, 2L,
        2L);
  }

  @Test
  void filledPagesAreReturnedAsTheyWereStored() {
    List<SealedPage> written = tree.tree().fill(tree.people(0, 100));
    assertThat(written).hasSize(2 + 3)
        .allMatch(page -> tree.pages.find(page.address()).equals(Optional.of(page)));
  }

  @Test
  void aTakenSlotIsRefusedAndNothingWritten() {
    tree.fill(0, 10);
    MemoryKeyPages before = tree.pages.copy();
    assertThatThrownBy(() -> tree.tree().fill(List.of(tree.person(200), tree.person(9))))
        .isInstanceOf(SlotTaken.class);
    assertThatThrownBy(() -> tree.tree().fill(List.of(tree.person(300), tree.person(300))))
        .isInstanceOf(SlotTaken.class);
    assertThatThrownBy(() -> tree.tree().plant()).isInstanceOf(SlotTaken.class);
    assertThat(tree.pages.all().toList()).isEqualTo(before.all().toList());
  }

  @Test
  void anEmptyTreeHasNothingAndATreeWithoutTopIsStale() {
    assertThat(tree.tree().find(place(tree.person(0)))).isEmpty();
    assertThat(tree.tree().keysIn(0, 100)).isEmpty();
    MemoryKeyPages nothing = new MemoryKeyPages();
    assertThatThrownBy(() -> tree.tree(tree.root, nothing).find(place(tree.person(0))))
        .isInstanceOf(StalePages.class);
  }

  @Test
  void anotherRootOpensNothing() {
    PlacedKey person = tree.fill(0, 1).getFirst();
    RootKey other = RootKey.draw(tree.randomness);
    assertThatThrownBy(() -> tree.tree(other, tree.pages).find(place(person))).isInstanceOf(StalePages.class);
    ByteBuffer bytes = ByteBuffer.allocate(32);
    other.write(bytes);
    RootKey wrongBytes = RootKey.read(tree.root.id(), bytes.flip());
    assertThatThrownBy(() -> tree.tree(wrongBytes, tree.pages).find(place(person)))
        .isInstanceOf(ForgedPage.class);
    tree.root.close();
    assertThatThrownBy(() -> tree.tree().find(place(person))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMissingPageIsNotTakenForErasedKeys() {
    PlacedKey person = tree.fill(0, 1).getFirst();
    for (int level = 0; level <= 3; level++) {
      MemoryKeyPages without = tree.pages.copy();
      without.remove(List.of(tree.page(level, 0)));
      assertThatThrownBy(() -> tree.tree(tree.root, without).find(place(person))).as("level %s", level)
          .isInstanceOf(StalePages.class);
    }
  }

  @Test
  void refusesFlippedBitsOfAPage() {
    PlacedKey person = tree.fill(0, 1).getFirst();
    SealedPage good = tree.pages.find(tree.page(0, 0)).orElseThrow();
    KeyTree reader = tree.tree();
    for (int bit = 0; bit < good.sealed().length * 8; bit += bit < 512 ? 1 : 7) {
      byte[] bad = good.sealed().clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      tree.pages
          .put(List.of(new SealedPage(good.address(), good.suite(), good.pageKey(), good.version(), bad)));
      assertThatThrownBy(() -> reader.find(place(person))).isInstanceOf(ForgedPage.class);
    }
  }

  @Test
  void aPageOpensOnlyAtItsAddressAndVersion() {
    List<PlacedKey> people = tree.fill(0, 128);
    SealedPage page = tree.pages.find(tree.page(0, 0)).orElseThrow();
    SealedPage next = tree.pages.find(tree.page(0, 1)).orElseThrow();
    PageSealing sealing = tree.sealing;
    PageKey key = new OpenPage(opened(tree.page(1, 0))).pageKey(0).orElseThrow();
    TreeName otherCompany = new TreeName(new CompanyId(UUID.randomUUID()), tree.name.tree());
    TreeName otherTree = new TreeName(tree.name.company(), new TreeId(UUID.randomUUID()));
    assertThat(sealing.open(page, key).page().present()).isEqualTo(-1L);
    for (SealedPage moved : List.of(
        new SealedPage(new PageAddress(otherCompany, 0, 0), page.suite(), page.pageKey(), 1, page.sealed()),
        new SealedPage(new PageAddress(otherTree, 0, 0), page.suite(), page.pageKey(), 1, page.sealed()),
        new SealedPage(tree.page(0, 1), page.suite(), page.pageKey(), 1, page.sealed()),
        new SealedPage(tree.page(1, 0), page.suite(), page.pageKey(), 1, page.sealed()),
        new SealedPage(page.address(), Suite.SM4_GCM_SM3, page.pageKey(), 1, page.sealed()),
        new SealedPage(page.address(), page.suite(), next.pageKey(), 1, page.sealed()),
        new SealedPage(page.address(), page.suite(), page.pageKey(), 2, page.sealed()))) {
      assertThatThrownBy(() -> sealing.open(moved, key)).isInstanceOf(ForgedPage.class);
    }
    tree.pages.put(List.of(new SealedPage(next.address(), page.suite(), page.pageKey(), 1, page.sealed())));
    assertThatThrownBy(() -> tree.tree().find(place(people.get(64)))).isInstanceOf(StalePages.class);
  }

  private byte[] opened(PageAddress address) {
    try (TreeReading reading = new TreeReading(tree.name, tree.root, tree.pages, tree.sealing, tree.held)) {
      return reading.inner(address).orElseThrow().page().bytes().clone();
    }
  }

  @Test
  void aStoredPageHasOneLengthAndAVersion() {
    byte[] sealed = new byte[SealedPage.SEALED_BYTES];
    assertThat(SealedPage.SEALED_BYTES).isEqualTo(64 * 66 + 28);
    assertThatThrownBy(
        () -> new SealedPage(tree.page(0, 0), Suite.AES_256_GCM, tree.root.id().key(), 0, sealed))
        .isInstanceOf(FormatRefused.class);
    assertThatThrownBy(() -> new SealedPage(tree.page(0, 0), Suite.AES_256_GCM, tree.root.id().key(), 1,
        new byte[SealedPage.SEALED_BYTES - 1])).isInstanceOf(FormatRefused.class);
  }

  @Test
  void takesInReceivedDataAndGroupKeys() {
    Vault vault = new Vault(tree.randomness);
    PersonKey own = PersonKey.draw(tree.randomness);
    PersonId person = tree.randomness.personId();
    DataKey data = vault.dataKey(own);
    GroupName contact = new GroupName("contact");
    KeyEntry whole = KeyEntry.of(person, data);
    KeyEntry part = KeyEntry.of(person, vault.groupKey(data, Suite.AES_256_GCM, contact), 0);
    KeyEntry other = KeyEntry.of(person, vault.groupKey(data, Suite.AES_256_GCM, new GroupName("notes")), 1);
    tree.tree().fill(List.of(new PlacedKey(0, whole), new PlacedKey(1, part), new PlacedKey(2, other)));
    assertThat(found(person, own, 0).kind()).isEqualTo(KeyKind.DATA);
    assertThat(bytes(found(person, own, 1))).isEqualTo(bytes(part));
    assertThat(bytes(found(person, own, 2))).isEqualTo(bytes(other));
    assertThat(tree.erase(List.of(new KeyPlace(2, person, own.id()))).erased())
        .as("all of that person and key")
        .isEqualTo(3);
  }

  private KeyEntry found(PersonId person, PersonKey key, int slot) {
    return tree.tree().find(new KeyPlace(slot, person, key.id())).orElseThrow();
  }

  @Test
  void listsKeysOfARangeOfLeavesInOrder() {
    List<PlacedKey> people = tree.fill(64, 130);
    tree.erase(List.of(place(people.get(3))));
    people.remove(3);
    assertThat(tree.tree().keysIn(0, 10)).extracting(key -> key.slot() + " " + key.entry().keyId())
        .isEqualTo(people.stream().map(key -> key.slot() + " " + key.entry().keyId()).toList());
    assertThat(tree.tree().keysIn(2, 1)).hasSize(64);
  }

  @Test
  void keepsEpochKeysInTheReservedEntries() {
    List<PlacedKey> people = tree.fill(0, 64);
    for (int epoch = 1; epoch <= 8; epoch++) {
      tree.tree().addEpoch(EpochKey.draw(epoch, tree.randomness));
    }
    assertThatThrownBy(() -> tree.tree().addEpoch(EpochKey.draw(9, tree.randomness)))
        .isInstanceOf(SlotTaken.class);
    assertThat(tree.tree().epoch(8)).isPresent();
    assertThat(tree.tree().epoch(9)).isEmpty();
    RootKey next = RootKey.draw(tree.randomness);
    TreeErasure erasure = tree.tree().eraseEpochs(Set.of(2L, 77L), next);
    assertThat(erasure.erased()).isEqualTo(1);
    tree.root = next;
    tree.tree().check(erasure, page -> {});
    assertThat(tree.tree().epoch(2)).isEmpty();
    assertThat(tree.tree().epoch(1)).isPresent();
    assertThat(people).allMatch(tree::finds);
    RootKey unused = RootKey.draw(tree.randomness);
    assertThat(tree.tree().eraseEpochs(Set.of(2L), unused).changed()).isFalse();
    tree.tree().addEpoch(EpochKey.draw(9, tree.randomness));
    assertThat(tree.tree().epoch(9)).isPresent();
  }

  @Test
  void movesToAnotherRootWithoutTouchingAnythingElse() {
    List<PlacedKey> people = tree.fill(0, 200);
    tree.tree().addEpoch(EpochKey.draw(1, tree.randomness));
    RootKey old = tree.root;
    RootKey next = RootKey.draw(tree.randomness);
    int puts = tree.pages.puts();
    TreeErasure erasure = tree.tree().moveTo(next);
    assertThat(tree.pages.puts() - puts).isEqualTo(1);
    tree.root = next;
    tree.tree().check(erasure, page -> {});
    assertThat(people).allMatch(tree::finds);
    assertThat(tree.tree().epoch(1)).isPresent();
    assertThatThrownBy(() -> tree.tree(old, tree.pages).keysIn(0, 1)).isInstanceOf(StalePages.class);
  }
}
