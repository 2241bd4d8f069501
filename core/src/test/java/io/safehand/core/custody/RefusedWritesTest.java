package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.keys.TreePageLog;
import io.safehand.core.custody.keys.Eraser;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.keys.KeyMissing;
import io.safehand.core.custody.keys.WrittenPages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyPlace;
import io.safehand.core.vault.tree.MemoryKeyPages;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeLog;
import io.safehand.core.vault.tree.TreeName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree log on disk has what was committed, and of a write that was refused not one page, at once and ever after. */
class RefusedWritesTest {
  private final SecureRandom random = new SecureRandom();
  private final Randomness keyRandom = new Randomness(random);
  private final TreeName name = new TreeName(new CompanyId(UUID.randomUUID()), new TreeId(UUID.randomUUID()));
  private final MemoryCustody store = new MemoryCustody(new Faults());
  private final MemoryRoots roots = new MemoryRoots(new Faults());
  private final List<KeyPlace> places = new ArrayList<>();
  @TempDir
  Path folder;
  private TreePageLog log;
  private CompanyKeys keys;

  @BeforeEach
  void open() throws Exception {
    log = TreePageLog.open(Files.createDirectories(folder.resolve("tree")), name);
    keys = CompanyKeys.create(name, store, roots, log, Suite.AES_256_GCM, random);
    put(100, false);
  }

  @AfterEach
  void close() {
    keys.close();
    log.close();
  }

  @Test
  void pagesOfARefusedIntakeNeverCount() {
    long version = log.version();
    assertThatThrownBy(() -> put(70, true)).isInstanceOf(Refused.class);
    assertThat(log.version()).isEqualTo(version);
    theLogIsTheTree();
    put(10, false);
    theLogIsTheTree();
  }

  @Test
  void pagesOfARefusedErasureNeverCount() {
    assertThatThrownBy(() -> keys.erase(custody -> {
      keys.append(custody, keys.takeLeaves(1), List.of());
      throw new Refused();
    })).isInstanceOf(Refused.class);
    theLogIsTheTree();
    assertThatThrownBy(() -> keys
        .erase(custody -> new Eraser.Work(List.of(places.getFirst(), absent()), Set.of(), List.of())))
        .isInstanceOf(KeyMissing.class);
    theLogIsTheTree();
    assertThat(roots.listed()).hasSize(1);
    keys.erase(custody -> new Eraser.Work(List.of(places.getFirst()), Set.of(), List.of()));
    theLogIsTheTree();
  }

  @Test
  void pagesOfAnIntakeWhoseAnswerWasLostCount() {
    int leaf = keys.takeLeaves(1);
    store.loseNextAnswer();
    assertThatThrownBy(() -> keys.write(custody -> keys.append(custody, leaf, List.of(person()))))
        .isInstanceOf(IllegalStateException.class);
    put(10, false);
    theLogIsTheTree();
    put(10, false);
    theLogIsTheTree();
  }

  @Test
  void aLogThatStoppedBetweenCommitAndWriteIsFilledBeforeAnyRootGoes() {
    store.together(
        custody -> keys.append(custody, custody.trees().takeLeaves(name.tree(), 1), List.of(person())));
    assertThat(log.version()).isLessThan(store.stored().tree(name.tree()).version());
    keys.close();
    keys = CompanyKeys.open(name, store, roots, log, Suite.AES_256_GCM, random);
    theLogIsTheTree();
  }

  private void put(int people, boolean refused) {
    List<KeyEntry> entries = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      entries.add(person());
    }
    int leaf = keys.takeLeaves(KeyTree.leavesFor(people));
    keys.write(custody -> {
      WrittenPages written = keys.append(custody, leaf, entries);
      if (refused) {
        throw new Refused();
      }
      return written;
    });
    for (int i = 0; i < people; i++) {
      places.add(new KeyPlace(KeyTree.slot(leaf, i), entries.get(i).person(), entries.get(i).keyId()));
    }
  }

  private KeyEntry person() {
    try (PersonKey key = PersonKey.draw(keyRandom)) {
      return KeyEntry.of(keyRandom.personId(), key);
    }
  }

  private KeyPlace absent() {
    return new KeyPlace(0, new PersonId(1, 2), keyRandom.keyId());
  }

  /** Read from disk as another process would, which reads only what was written there. */
  private void theLogIsTheTree() {
    assertThat(log.version()).isEqualTo(store.stored().tree(name.tree()).version());
    log.force();
    MemoryKeyPages restored = new MemoryKeyPages();
    try (TreeLog read = TreeLog.open(folder.resolve("tree"), name)) {
      read.restore(restored);
    }
    assertThat(restored.all()).containsExactlyInAnyOrderElementsOf(store.stored().pages());
  }

  /** The database says no. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
