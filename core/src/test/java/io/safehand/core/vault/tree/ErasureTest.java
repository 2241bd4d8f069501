package io.safehand.core.vault.tree;

import static io.safehand.core.vault.tree.TreeFixture.place;
import static io.safehand.core.vault.tree.TreeFixture.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.PersonKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private final TreeFixture tree = new TreeFixture();

  @Test
  void erasesOneByRewritingFourPages() {
    List<PlacedKey> people = tree.fill(0, 10_000);
    int puts = tree.pages.puts();
    TreeErasure erasure = tree.erase(List.of(place(people.get(4_500))));
    assertThat(tree.pages.puts() - puts).isEqualTo(4);
    assertThat(erasure.erased()).isEqualTo(1);
    assertThat(erasure.pagesWritten()).isEqualTo(4);
    assertThat(erasure.missing()).isEmpty();
    assertThat(tree.finds(people.get(4_500))).isFalse();
    people.remove(4_500);
    assertThat(present()).containsExactlyElementsOf(ids(people));
  }

  @Test
  void everyPageOnAPathGetsAFreshKeyAndTheTopTheNextRoot() {
    List<PlacedKey> people = tree.fill(0, 10_000);
    MemoryKeyPages before = tree.pages.copy();
    RootKey old = tree.root;
    TreeErasure erasure = tree.erase(List.of(place(people.get(0))));
    assertThat(erasure.from()).isEqualTo(old.id());
    assertThat(erasure.to()).isEqualTo(tree.root.id());
    for (int level = 0; level <= 3; level++) {
      SealedPage was = before.find(tree.page(level, 0)).orElseThrow();
      SealedPage is = tree.pages.find(tree.page(level, 0)).orElseThrow();
      assertThat(is.pageKey()).isNotEqualTo(was.pageKey());
      assertThat(is.version()).isEqualTo(was.version() + 1);
    }
    assertThat(tree.pages.find(tree.page(0, 1))).isEqualTo(before.find(tree.page(0, 1)));
    assertThat(tree.pages.find(PageAddress.top(tree.name)).orElseThrow().pageKey())
        .isEqualTo(tree.root.id().key());
  }

  @Test
  void aThousandOfManyTouchEveryPageOnce() {
    List<PlacedKey> people = tree.fill(0, 100_000);
    List<PlacedKey> gone = every(people, 100);
    int puts = tree.pages.puts();
    int calls = tree.pages.calls();
    RootKey next = RootKey.draw(tree.randomness);
    TreeErasure erasure = tree.tree().erase(places(gone), next);
    assertThat(erasure.erased()).isEqualTo(1_000);
    assertThat(tree.pages.puts() - puts).isEqualTo(1_000 + 25 + 1 + 1);
    assertThat(tree.pages.calls() - calls).as("reads in batches").isLessThan(40);
    tree.root = next;
    tree.tree().check(erasure, page -> {});
    people.removeAll(new HashSet<>(gone));
    assertThat(present()).containsExactlyElementsOf(ids(people));
  }

  @Test
  void nearlyAllLeavesFewPages() {
    List<PlacedKey> people = tree.fill(0, 100_000);
    List<PlacedKey> kept = every(people, 20_000);
    List<PlacedKey> gone = new ArrayList<>(people);
    gone.removeAll(new HashSet<>(kept));
    TreeErasure erasure = tree.erase(places(gone));
    assertThat(erasure.erased()).isEqualTo(99_995);
    assertThat(tree.pages.size()).isEqualTo(5 + 5 + 1 + 1);
    assertThat(kept).allMatch(tree::finds);
    assertThat(present()).containsExactlyElementsOf(ids(kept));
  }

  /** Everybody who is there, by slot. */
  private List<KeyId> present() {
    return ids(tree.tree().keysIn(0, 100_000 / 64 + 1));
  }

  @Test
  void emptiedPagesGoAndTheTopStays() {
    List<PlacedKey> people = tree.fill(0, 300);
    TreeErasure erasure = tree.erase(places(people));
    assertThat(erasure.removed()).hasSize(5 + 1 + 1);
    assertThat(tree.pages.size()).isEqualTo(1);
    assertThat(tree.tree().keysIn(0, 64)).isEmpty();
    PlacedKey next = tree.fill(320, 1).getFirst();
    assertThat(tree.finds(next)).isTrue();
  }

  @Test
  void whoeverKeptEveryPageOpensWhatIsThereAndNothingErased() {
    KeptPages kept = new KeptPages();
    tree.pages = kept;
    tree.root = RootKey.draw(tree.randomness);
    tree.tree().plant();
    List<PlacedKey> people = new ArrayList<>(tree.fill(0, 5_000));
    List<PlacedKey> gone = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      int start = round;
      List<PlacedKey> now = people.stream().filter(person -> person.slot() % 11 == start).toList();
      tree.erase(places(now));
      gone.addAll(now);
      people.removeAll(now);
      people.addAll(tree.fill(8_192 + round * 64, 40));
    }
    Attacker attacker = new Attacker(kept.ever());
    attacker.learn(tree.root);
    assertThat(attacker.knows()).containsExactlyInAnyOrderElementsOf(ids(people));
    assertThat(attacker.knows()).doesNotContainAnyElementsOf(ids(gone));
  }

  @Test
  void theOldRootStillOpensOldPagesWhichIsWhyItIsErased() {
    KeptPages kept = new KeptPages();
    tree.pages = kept;
    tree.tree().plant();
    List<PlacedKey> people = tree.fill(0, 200);
    RootKey old = tree.root;
    tree.erase(List.of(place(people.get(7))));
    Attacker attacker = new Attacker(kept.ever());
    attacker.learn(old);
    assertThat(attacker.knows()).contains(people.get(7).entry().keyId());
  }

  private static List<KeyId> ids(List<PlacedKey> people) {
    return people.stream().map(person -> person.entry().keyId()).toList();
  }

  @Test
  void aWrongSlotErasesNobodyElse() {
    List<PlacedKey> people = tree.fill(0, 192);
    PlacedKey one = people.get(0);
    PlacedKey two = people.get(100);
    KeyPlace swapped = new KeyPlace(two.slot(), one.entry().person(), one.entry().keyId());
    KeyPlace back = new KeyPlace(one.slot(), two.entry().person(), two.entry().keyId());
    TreeErasure erasure = tree.erase(List.of(swapped, back));
    assertThat(erasure.erased()).isZero();
    assertThat(erasure.changed()).isFalse();
    assertThat(erasure.missing()).containsExactlyInAnyOrder(swapped, back);
    assertThat(people).allMatch(tree::finds);
  }

  @Test
  void aWrongSlotOfTheSamePageStillErasesTheRightPerson() {
    List<PlacedKey> people = tree.fill(0, 64);
    PlacedKey one = people.get(0);
    TreeErasure erasure = tree.erase(List.of(new KeyPlace(1, one.entry().person(), one.entry().keyId())));
    assertThat(erasure.erased()).isEqualTo(1);
    assertThat(tree.finds(one)).isFalse();
    assertThat(people.subList(1, 64)).allMatch(tree::finds);
  }

  @Test
  void anotherKeyOfTheSamePersonStays() {
    PlacedKey one = tree.person(0);
    PlacedKey newer = new PlacedKey(1, KeyEntry.of(one.entry().person(), PersonKey.draw(tree.randomness)));
    tree.tree().fill(List.of(one, newer));
    tree.erase(List.of(place(one)));
    assertThat(tree.finds(one)).isFalse();
    assertThat(tree.finds(newer)).isTrue();
  }

  @Test
  void whatIsFoundGoesAndWhatIsNotIsReported() {
    List<PlacedKey> people = tree.fill(0, 64);
    KeyPlace nobody = place(tree.person(3));
    KeyPlace nowhere = place(tree.person(1_000_000));
    TreeErasure erasure = tree.erase(List.of(place(people.get(3)), nobody, nowhere, place(people.get(3))));
    assertThat(erasure.erased()).isEqualTo(1);
    assertThat(erasure.missing()).containsExactlyInAnyOrder(nobody, nowhere);
  }

  @Test
  void anErasureThatWasRolledBackChangesNothing() {
    List<PlacedKey> people = tree.fill(0, 200);
    MemoryKeyPages before = tree.pages.copy();
    tree.tree().erase(List.of(place(people.get(0))), RootKey.draw(tree.randomness));
    tree.pages = before;
    assertThat(people).allMatch(tree::finds);
  }

  @Test
  void readingBackFindsEveryDifference() {
    List<PlacedKey> people = tree.fill(0, 10_000);
    MemoryKeyPages before = tree.pages.copy();
    List<PlacedKey> gone = people.subList(0, 64 + 10);
    RootKey next = RootKey.draw(tree.randomness);
    TreeErasure erasure = tree.tree().erase(places(gone), next);
    tree.root = next;
    MemoryKeyPages good = tree.pages;
    tree.tree().check(erasure, page -> {});
    assertThat(erasure.removed()).containsExactly(tree.page(0, 0));

    differs(erasure, good, pages -> pages.remove(List.of(tree.page(0, 1))), RewriteDiffers.class);
    differs(erasure, good, pages -> pages.put(List.of(before.find(tree.page(0, 0)).orElseThrow())),
        RewriteDiffers.class);
    differs(erasure, good, pages -> pages.put(List.of(before.find(tree.page(0, 1)).orElseThrow())),
        StalePages.class);
    differs(erasure, good, pages -> pages.put(List.of(before.find(tree.page(3, 0)).orElseThrow())),
        StalePages.class);
    differs(erasure, good, pages -> rewrite(pages, tree.page(0, 1), page -> page.clear(20)),
        RewriteDiffers.class);
    differs(erasure, good,
        pages -> rewrite(pages, tree.page(0, 1), page -> page.put(20, tree.person(0).entry())),
        RewriteDiffers.class);
    differs(erasure, good,
        pages -> rewrite(pages, tree.page(0, 1), page -> page.put(3, people.get(67).entry())),
        RewriteDiffers.class);
    differs(erasure, good, pages -> rewrite(pages, tree.page(0, 1), ErasureTest::swapTwo),
        RewriteDiffers.class);
    differs(erasure, good, pages -> rewrite(pages, tree.page(1, 0), page -> page.clear(40)),
        RewriteDiffers.class);
    differs(erasure, good,
        pages -> rewrite(pages, tree.page(2, 0), page -> page.put(1, tree.sealing.drawKey())),
        RewriteDiffers.class);
  }

  private static void swapTwo(OpenPage page) {
    KeyEntry one = page.person(20);
    page.put(20, page.person(21));
    page.put(21, one);
  }

  private void differs(TreeErasure erasure, MemoryKeyPages good, Consumer<MemoryKeyPages> change,
      Class<? extends RuntimeException> as) {
    MemoryKeyPages changed = good.copy();
    change.accept(changed);
    assertThatThrownBy(() -> tree.tree(tree.root, changed).check(erasure, page -> {})).isInstanceOf(as);
  }

  /** As a mistake of ours would: another content, sealed under the right key. */
  private void rewrite(MemoryKeyPages pages, PageAddress address, Consumer<OpenPage> change) {
    try (TreeReading reading = new TreeReading(tree.name, tree.root, pages, tree.sealing, tree.held)) {
      OpenedPage page = (address.level() == 0 ? reading.leaf(address) : reading.inner(address)).orElseThrow();
      change.accept(page.page());
      pages.put(List.of(tree.sealing.seal(page)));
    }
  }

  @Test
  void readingBackWantsTheNewRoot() {
    List<PlacedKey> people = tree.fill(0, 64);
    RootKey old = tree.root;
    TreeErasure erasure = tree.erase(List.of(place(people.get(0))));
    assertThatThrownBy(() -> tree.tree(old, tree.pages).check(erasure, page -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readingBackHandsOverEveryRewrittenPage() {
    List<PlacedKey> people = tree.fill(0, 10_000);
    TreeErasure erasure = tree.erase(places(every(people, 500)));
    List<PageAddress> readBack = new ArrayList<>();
    tree.tree().check(erasure, page -> readBack.add(page.address()));
    assertThat(readBack).doesNotHaveDuplicates().hasSize(erasure.pagesWritten());
  }

  @Test
  void fillingAndErasingInOneTransactionSeeEachOther() {
    List<PlacedKey> people = tree.fill(0, 64);
    PlacedKey replacement = tree.person(64);
    RootKey next = RootKey.draw(tree.randomness);
    TreeErasure erasure;
    try (KeyTree one = tree.tree()) {
      one.fill(List.of(replacement));
      erasure = one.erase(List.of(place(people.get(5))), next);
    }
    tree.root = next;
    tree.tree().check(erasure, page -> {});
    assertThat(tree.finds(replacement)).isTrue();
    assertThat(tree.finds(people.get(5))).isFalse();
  }

  private static List<PlacedKey> every(List<PlacedKey> people, int step) {
    Predicate<PlacedKey> chosen = person -> person.slot() % step == 17;
    return people.stream().filter(chosen).toList();
  }
}
