package io.safehand.core.vault.tree;

import static io.safehand.core.vault.tree.TreeFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.vault.EpochKey;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random orders of filling and erasing against a map, with the tree log beside it, and an attacker at the end. */
class TreeModelTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void behavesAsAMapThatForgets(long seed, @TempDir Path folder) {
    System.out.println("seed " + seed);
    Model model = new Model(new Random(seed), folder);
    for (int step = 0; step < 120; step++) {
      model.step();
      if (step % 10 == 9) {
        model.compare();
      }
    }
    model.attack();
  }

  /** The tree, and what it should hold. */
  private static final class Model {
    private final Random random;
    private final TreeFixture tree = new TreeFixture();
    private final KeptPages kept = new KeptPages();
    private final TreeLog log;
    private final Map<Integer, PlacedKey> people = new TreeMap<>();
    private final Set<Long> epochs = new TreeSet<>();
    private long version;
    private long lastEpoch;
    private int nextSlot;

    Model(Random random, Path folder) {
      this.random = random;
      tree.pages = kept;
      log = TreeLog.open(folder, tree.name);
      logged(tree.tree().plant());
    }

    void step() {
      switch (random.nextInt(8)) {
        case 0, 1 -> fill(1 + random.nextInt(5));
        case 2 -> fill(64 * (1 + random.nextInt(70)));
        case 3 -> nextSlot += random.nextInt(10_000);
        case 4 -> erase(1);
        case 5 -> erase(people.size() / (1 + random.nextInt(6)));
        case 6 -> epoch();
        default -> move();
      }
    }

    private void fill(int count) {
      List<PlacedKey> keys = tree.people(nextSlot, count);
      nextSlot += count;
      Collections.shuffle(keys, random);
      logged(tree.tree().fill(keys));
      keys.forEach(key -> people.put(key.slot(), key));
    }

    private void erase(int count) {
      List<PlacedKey> some = new ArrayList<>(people.values());
      Collections.shuffle(some, random);
      some = some.subList(0, Math.min(count, some.size()));
      RootKey next = RootKey.draw(tree.randomness);
      TreeErasure erasure = tree.tree().erase(TreeFixture.places(some), next);
      assertThat(erasure.erased()).isEqualTo(some.size());
      assertThat(erasure.missing()).isEmpty();
      some.forEach(key -> people.remove(key.slot()));
      settle(erasure, next);
    }

    private void epoch() {
      if (epochs.size() < 5) {
        logged(tree.tree().addEpoch(EpochKey.draw(++lastEpoch, tree.randomness)));
        epochs.add(lastEpoch);
      } else {
        Set<Long> some = Set.of(lastEpoch, lastEpoch - 1);
        RootKey next = RootKey.draw(tree.randomness);
        settle(tree.tree().eraseEpochs(some, next), next);
        epochs.removeAll(some);
      }
    }

    private void move() {
      RootKey next = RootKey.draw(tree.randomness);
      settle(tree.tree().moveTo(next), next);
      if (random.nextBoolean()) {
        log.compact();
      }
    }

    private void settle(TreeErasure erasure, RootKey next) {
      if (erasure.changed()) {
        tree.root = next;
        tree.tree().check(erasure, log::written);
        erasure.removed().forEach(log::removed);
        log.commit(++version);
      }
    }

    private void logged(List<SealedPage> pages) {
      pages.forEach(log::written);
      log.commit(++version);
    }

    void compare() {
      Map<Integer, ByteBuffer> found = new TreeMap<>();
      tree.tree().keysIn(0, nextSlot / 64 + 1).forEach(key -> found.put(key.slot(), bytes(key.entry())));
      Map<Integer, ByteBuffer> expected = new TreeMap<>();
      people.values().forEach(key -> expected.put(key.slot(), bytes(key.entry())));
      assertThat(found).isEqualTo(expected);
      for (long epoch = 1; epoch <= lastEpoch; epoch++) {
        assertThat(tree.tree().epoch(epoch).isPresent()).isEqualTo(epochs.contains(epoch));
      }
      List<SealedPage> logged = new ArrayList<>();
      log.newest(logged::add);
      assertThat(logged).isEqualTo(kept.all().toList());
      assertThat(log.state()).contains(new LoggedState(version, tree.root.id()));
    }

    void attack() {
      Attacker attacker = new Attacker(kept.ever());
      attacker.learn(tree.root);
      assertThat(attacker.knows()).containsExactlyInAnyOrderElementsOf(
          people.values().stream().map(key -> key.entry().keyId()).toList());
    }
  }
}
