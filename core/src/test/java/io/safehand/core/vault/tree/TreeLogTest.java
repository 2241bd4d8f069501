package io.safehand.core.vault.tree;

import static io.safehand.core.vault.tree.TreeFixture.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.safehand.core.person.CompanyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeLogTest {
  private final Path folder;
  private final TreeFixture tree = new TreeFixture();
  private TreeLog log;

  TreeLogTest(@TempDir Path folder) {
    this.folder = folder;
    log = TreeLog.open(folder, tree.name);
    tree.pages.all().forEach(log::written);
    log.commit(1);
  }

  @Test
  void givesBackTheNewestTreeAfterTheDiskIsLost() {
    List<PlacedKey> people = logged(2, 500);
    List<PlacedKey> gone = people.subList(0, 100);
    RootKey next = RootKey.draw(tree.randomness);
    TreeErasure erasure = tree.tree().erase(places(gone), next);
    tree.root = next;
    tree.tree().check(erasure, log::written);
    erasure.removed().forEach(log::removed);
    log.commit(3);
    log.sync();
    reopen();
    MemoryKeyPages restored = new MemoryKeyPages();
    log.restore(restored);
    assertThat(restored.all().toList()).isEqualTo(tree.pages.all().toList());
    tree.pages = restored;
    assertThat(people.subList(100, 500)).allMatch(tree::finds);
    assertThat(gone).noneMatch(tree::finds);
    assertThat(log.state()).contains(new LoggedState(3, tree.root.id()));
    assertThat(log.pages()).isEqualTo(restored.size());
  }

  @Test
  void aTornEndAtAnyByteLeavesTheCommitBefore() throws IOException {
    logged(2, 10);
    List<SealedPage> before = tree.pages.all().toList();
    byte[] start = Files.readAllBytes(file());
    tree.tree().fill(tree.people(64, 1)).forEach(log::written);
    log.commit(3);
    byte[] all = Files.readAllBytes(file());
    for (int length = start.length; length < all.length; length += length < all.length - 80 ? 97 : 1) {
      log.close();
      Files.write(file(), Arrays.copyOf(all, length));
      log = TreeLog.open(folder, tree.name);
      assertThat(log.state()).contains(new LoggedState(2, tree.root.id()));
      assertThat(newest()).isEqualTo(before);
      assertThat(Files.size(file())).isEqualTo(start.length);
    }
    Files.write(file(), all);
    reopen();
    assertThat(log.state()).contains(new LoggedState(3, tree.root.id()));
  }

  @Test
  void goesOnAfterATornEnd() throws IOException {
    byte[] good = Files.readAllBytes(file());
    log.close();
    Files.write(file(), Arrays.copyOf(good, good.length + 1000));
    log = TreeLog.open(folder, tree.name);
    logged(2, 10);
    reopen();
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
  }

  @Test
  void damageBeforeTheEndIsNotTakenForATornEnd() throws IOException {
    int begin = Math.toIntExact(log.bytes());
    logged(2, 10);
    int end = Math.toIntExact(log.bytes());
    logged(3, 10);
    byte[] good = Files.readAllBytes(file());
    for (int at = begin; at < end; at += 31) {
      log.close();
      byte[] bad = good.clone();
      bad[at] ^= 0x10;
      Files.write(file(), bad);
      assertThatThrownBy(() -> TreeLog.open(folder, tree.name)).as("byte %s", at)
          .isInstanceOf(DamagedTreeLog.class);
    }
    assertThat(Files.readAllBytes(file())).as("nothing was cut off").hasSameSizeAs(good);
  }

  @Test
  void damageOfTheLastCommitShowsInItsState() throws IOException {
    logged(2, 10);
    logged(3, 10);
    byte[] good = Files.readAllBytes(file());
    for (int at = good.length - 45; at < good.length; at++) {
      log.close();
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file(), bad);
      log = TreeLog.open(folder, tree.name);
      assertThat(log.state().orElseThrow().version()).isEqualTo(2);
    }
  }

  @Test
  void aDamagedLogIsSetAsideAndMadeAgainFromTheStoredPages() throws IOException {
    logged(2, 10);
    log.close();
    byte[] bad = Files.readAllBytes(file());
    bad[LogFile.HEADER_BYTES + 100] ^= 1;
    Files.write(file(), bad);
    assertThatThrownBy(() -> TreeLog.open(folder, tree.name)).isInstanceOf(DamagedTreeLog.class);
    log = TreeLog.startOver(folder, tree.name);
    assertThat(log.state()).isEmpty();
    log.catchUp(tree.pages.all(), 2);
    log.sync();
    reopen();
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
    assertThat(Files.readAllBytes(folder.resolve("tree-00000001.damaged"))).isEqualTo(bad);
  }

  @Test
  void refusesAnotherTreesLogAndAnUnknownFormat() throws IOException {
    log.close();
    TreeName other = new TreeName(new CompanyId(UUID.randomUUID()), tree.name.tree());
    assertThatThrownBy(() -> TreeLog.open(folder, other)).isInstanceOf(DamagedTreeLog.class);
    byte[] good = Files.readAllBytes(file());
    for (int at = 0; at < LogFile.HEADER_BYTES; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file(), bad);
      assertThatThrownBy(() -> TreeLog.open(folder, tree.name)).isInstanceOf(DamagedTreeLog.class);
    }
    Files.write(file(), new byte[3]);
    assertThatThrownBy(() -> TreeLog.open(folder, tree.name)).isInstanceOf(DamagedTreeLog.class);
    Files.write(file(), good);
    log = TreeLog.open(folder, tree.name);
  }

  @Test
  void whatHasNoCommitDoesNotCount() {
    List<SealedPage> before = newest();
    tree.tree().fill(tree.people(0, 10)).forEach(log::written);
    assertThat(newest()).isEqualTo(before);
    log.discard();
    log.commit(2);
    assertThat(newest()).isEqualTo(before);
    tree.tree().fill(tree.people(64, 10)).forEach(log::written);
    reopen();
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void neverGoesBack() {
    assertThatThrownBy(() -> log.commit(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> log.written(new TreeFixture().pages.all().findFirst().orElseThrow()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void catchesUpWithPagesItMissed() {
    List<PlacedKey> people = logged(2, 300);
    tree.erase(places(people.subList(0, 70)));
    tree.fill(1_000, 64);
    int records = log.catchUp(tree.pages.all(), 9);
    assertThat(records).as("only what differs").isEqualTo(1 + 1 + 1 + 1 + 1 + 1 + 1);
    reopen();
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
    assertThat(log.state()).contains(new LoggedState(9, tree.root.id()));
    assertThat(log.catchUp(tree.pages.all(), 9)).isZero();
  }

  @Test
  void compactingKeepsTheNewestOfEachPageAlone() {
    logged(2, 100);
    for (int version = 3; version < 40; version++) {
      logged(version, 1);
    }
    long before = log.bytes();
    List<SealedPage> newest = newest();
    log.compact();
    assertThat(log.bytes()).isLessThan(before * 2 / 3);
    assertThat(newest()).isEqualTo(newest);
    logged(40, 5);
    reopen();
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
    assertThat(log.state()).contains(new LoggedState(40, tree.root.id()));
  }

  @Test
  void aCrashWhileCompactingLeavesOneGoodLog() throws IOException {
    logged(2, 100);
    byte[] old = Files.readAllBytes(file());
    Path first = file();
    log.compact();
    byte[] compacted = Files.readAllBytes(file());
    log.close();
    Path second = file();
    Files.delete(second);
    Files.write(first, old);
    Path unfinished = folder.resolve("tree-00000002.tmp");
    Files.write(unfinished, Arrays.copyOf(compacted, compacted.length / 2));
    log = TreeLog.open(folder, tree.name);
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
    assertThat(unfinished).doesNotExist();
    log.close();
    Files.write(second, compacted);
    log = TreeLog.open(folder, tree.name);
    assertThat(newest()).isEqualTo(tree.pages.all().toList());
    assertThat(first).doesNotExist();
  }

  @Test
  void isNotCompactedInTheMiddleOfAWrite() {
    tree.pages.all().forEach(log::written);
    assertThatThrownBy(log::compact).isInstanceOf(IllegalStateException.class);
    log.discard();
    log.compact();
  }

  private List<PlacedKey> logged(int version, int people) {
    List<PlacedKey> keys = tree.people(version * 1_000, people);
    tree.tree().fill(keys).forEach(log::written);
    log.commit(version);
    return keys;
  }

  private void reopen() {
    log.close();
    log = TreeLog.open(folder, tree.name);
  }

  private List<SealedPage> newest() {
    List<SealedPage> newest = new ArrayList<>();
    log.newest(newest::add);
    return newest;
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }
}
