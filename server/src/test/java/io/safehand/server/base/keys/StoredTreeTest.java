package io.safehand.server.base.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.custody.keys.PageLog;
import io.safehand.core.custody.keys.Roots;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Trees;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageKeys;
import io.safehand.core.vault.tree.PageSealing;
import io.safehand.core.vault.tree.PlacedKey;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.TreeErasure;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.SafehandTest;
import io.safehand.server.base.storage.Storage;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SafehandTest
class StoredTreeTest {
  @Autowired
  Keys keys;
  @Autowired
  Storage storage;
  private final CompanyId company = new CompanyId(UUID.randomUUID());
  private final TreeName name = new TreeName(company, new TreeId(UUID.randomUUID()));
  private final Randomness randomness = new Randomness(new SecureRandom());
  private final PageKeys held = new PageKeys(64);
  private RootKey root;

  @BeforeEach
  void plant() {
    root = RootKey.draw(randomness);
    keys.roots(name).store(root);
    held.become(root.id());
    on(root, KeyTree::plant);
  }

  @Test
  void aThousandKeysAreFoundAgain() {
    List<PlacedKey> placed = place(1_000);
    assertThat(found(root, placed)).isEqualTo(1_000);
  }

  @Test
  void aSecondFillingRewritesThePagesAbove() {
    List<PlacedKey> first = place(100);
    List<PlacedKey> second = IntStream.range(0, 100).mapToObj(n -> key(6_400 + n)).toList();
    on(root, tree -> tree.fill(second));
    assertThat(found(root, first)).isEqualTo(100);
    assertThat(found(root, second)).isEqualTo(100);
  }

  @Test
  void anErasedKeyIsGoneAndTheOthersStay() {
    List<PlacedKey> placed = place(200);
    RootKey next = RootKey.draw(randomness);
    keys.roots(name).store(next);
    List<KeyPlace> gone = placed.subList(0, 64).stream().map(StoredTreeTest::at).toList();
    TreeErasure erasure = on(root, tree -> tree.erase(gone, next));
    on(next, tree -> {
      tree.check(erasure, page -> {});
      return true;
    });
    assertThat(erasure.removed()).as("an empty leaf is removed").hasSize(1);
    assertThat(found(next, placed.subList(0, 64))).isZero();
    assertThat(found(next, placed)).isEqualTo(136);
  }

  @Test
  void rootsAreKeptAndErasedInEveryCopy() {
    Roots roots = keys.roots(name);
    Roots others = keys.roots(new TreeName(company, new TreeId(UUID.randomUUID())));
    others.store(RootKey.draw(randomness));
    assertThat(roots.listed()).containsExactly(root.id());
    assertThat(roots.erase(root.id())).as("copies that did not confirm").isEmpty();
    assertThat(roots.listed()).isEmpty();
    assertThat(others.listed()).hasSize(1);
  }

  @Test
  void theSecondPlaceRemembersVersionsAndPages() {
    PageLog log = keys.log(name);
    assertThat(log.version()).isZero();
    log.append(1, on(root, tree -> tree.fill(List.of(key(0)))), List.of());
    log.force();
    assertThat(keys.log(name).version()).isEqualTo(1);
  }

  @Test
  void leavesAreGivenOnce() {
    save(new TreeState(name.tree(), root.id(), 1, 0, 1));
    int first = storage.in(company, () -> keys.trees(company).takeLeaves(name.tree(), 5));
    int second = storage.in(company, () -> keys.trees(company).takeLeaves(name.tree(), 1));
    assertThat(List.of(first, second)).containsExactly(0, 5);
    assertThat(storage.in(company, () -> keys.trees(company).state(name.tree())).nextLeaf()).isEqualTo(6);
  }

  @Test
  void takingLeavesDoesNotWaitForAWriterOfTheTree() {
    save(new TreeState(name.tree(), root.id(), 1, 0, 1));
    int taken = storage.in(company, () -> {
      keys.trees(company).lock(name.tree());
      List<Integer> elsewhere = new ArrayList<>();
      Thread other = Thread.ofPlatform()
          .start(
              () -> elsewhere.add(storage.in(company, () -> keys.trees(company).takeLeaves(name.tree(), 3))));
      join(other);
      return elsewhere.getFirst();
    });
    assertThat(taken).isZero();
  }

  @Test
  void theStateOfATreeIsSavedAsAWhole() {
    TreeState state = new TreeState(name.tree(), root.id(), 7, 0, 3);
    save(state);
    Trees trees = keys.trees(company);
    assertThat(storage.in(company, () -> trees.lock(name.tree()))).isEqualTo(state);
  }

  private int found(RootKey under, List<PlacedKey> keysOf) {
    return on(under, tree -> (int) keysOf.stream().filter(key -> tree.find(at(key)).isPresent()).count());
  }

  private void save(TreeState state) {
    storage.run(company, () -> keys.trees(company).save(state));
  }

  private List<PlacedKey> place(int count) {
    List<PlacedKey> placed = IntStream.range(0, count).mapToObj(this::key).toList();
    on(root, tree -> tree.fill(placed));
    return placed;
  }

  private PlacedKey key(int slot) {
    return new PlacedKey(slot, KeyEntry.of(randomness.personId(), PersonKey.draw(randomness)));
  }

  private static KeyPlace at(PlacedKey key) {
    return new KeyPlace(key.slot(), key.entry().person(), key.entry().keyId());
  }

  private <T> T on(RootKey under, Function<KeyTree, T> work) {
    return storage.in(company, () -> {
      try (PageSealing sealing = new PageSealing(Suite.AES_256_GCM, randomness, held);
          KeyTree tree = new KeyTree(name, under, keys.pages(company), sealing)) {
        return work.apply(tree);
      }
    });
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
