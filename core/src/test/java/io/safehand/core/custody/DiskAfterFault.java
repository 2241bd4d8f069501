package io.safehand.core.custody;

import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.custody.stored.Custody;

import static org.assertj.core.api.Assertions.assertThat;

import io.safehand.core.custody.Promises.Count;
import io.safehand.core.custody.Promises.Fate;
import io.safehand.core.handover.parcel.DiskFolder;
import io.safehand.core.handover.parcel.PackageCheck;
import io.safehand.core.ledger.House;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageKeys;
import io.safehand.core.vault.tree.PageSealing;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.SealedPage;
import io.safehand.core.vault.tree.TreeLog;
import io.safehand.core.vault.tree.TreeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A clean start on what a fault left: opens, verifies, holds everything promised, and what is erased stays erased. */
final class DiskAfterFault {
  private final Path home;

  DiskAfterFault(Path home) {
    this.home = home;
  }

  void require() throws IOException {
    requirePromises();
    try (DiskHouse house = DiskHouse.open(home)) {
      requireVerifiable(house);
    }
  }

  /** Everything promised is there, whatever else was damaged; what cannot be told is an exception. */
  void requirePromises() throws IOException {
    try (DiskHouse house = DiskHouse.open(home)) {
      requireRoots(house);
      requirePeople(house);
      requireLines(house);
      assertThat(house.secret()).as("secret of the house")
          .isGreaterThanOrEqualTo(house.promises.of(Count.SECRET));
      requirePackage(house);
    }
    for (TreeName tree : DiskHouse.TREES) {
      requireSecondPlace(tree);
    }
  }

  /** In both places exactly the roots that the database names: no older one is left to open an old copy with. */
  private void requireRoots(DiskHouse house) throws IOException {
    Set<String> named = new HashSet<>(Set.of("house", "checkpoints"));
    house.promises.house().ifPresent(root -> named.add(root + ".root"));
    house.store.stored().trees.values().forEach(tree -> named.add(tree.root() + ".root"));
    boolean founded = house.store.stored().trees.size() == DiskHouse.TREES.size();
    for (Path folder : house.rootFolders()) {
      try (Stream<Path> files = Files.list(folder)) {
        List<String> names = files.map(file -> file.getFileName().toString()).toList();
        assertThat(names).containsAll(named);
        if (founded) {
          assertThat(names).containsExactlyInAnyOrderElementsOf(named);
        }
      }
    }
  }

  private static void requirePeople(DiskHouse house) {
    Set<KeyId> present = new HashSet<>();
    for (TreeState state : house.store.stored().trees.values()) {
      present.addAll(house.store.inSnapshot(custody -> present(house, state, custody)));
    }
    for (int number = 0; number < house.promises.people(); number++) {
      Fate fate = house.promises.fate(number);
      if (fate != Fate.UNDER_WAY) {
        assertThat(present.contains(house.promises.place(number).key()))
            .as("person " + number + " who is " + fate)
            .isEqualTo(fate == Fate.PRESENT);
      }
    }
  }

  private static Set<KeyId> present(DiskHouse house, TreeState state, Custody custody) {
    TreeName name = new TreeName(DiskHouse.COMPANY, state.tree());
    PageKeys held = new PageKeys(0);
    try (RootKey root = house.roots(name).load(state.root());
        PageSealing sealing = new PageSealing(Suite.AES_256_GCM, new Randomness(house.random), held);
        KeyTree tree = new KeyTree(name, root, custody.pages(), sealing)) {
      return tree.keysIn(0, state.nextLeaf())
          .stream()
          .map(key -> key.entry().keyId())
          .collect(Collectors.toSet());
    }
  }

  private static void requireLines(DiskHouse house) {
    int size = Math.toIntExact(house.log.size());
    assertThat(size).isGreaterThanOrEqualTo(house.promises.of(Count.LINES));
    assertThat(house.log.lines(0, size)).containsExactlyElementsOf(House.lines(0, size));
    if (house.promises.of(Count.NOTED) > 0) {
      assertThat(house.newest().orElseThrow().size()).isGreaterThanOrEqualTo(house.promises.of(Count.NOTED));
    }
  }

  /** Both folders of the log, as an outsider checks them. */
  private static void requireVerifiable(DiskHouse house) {
    house.newest().ifPresent(checkpoint -> {
      house.log.publish(house.seller.house.sign(house.log.checkpoint()));
      for (Path folder : List.of(house.place().folder(), house.place().second())) {
        assertThat(new LedgerVerifier(house.seller.trust).verify(folder, List.of(checkpoint)))
            .isInstanceOf(LedgerVerdict.Sound.class);
      }
    });
  }

  /** The package is there whole, or not at all. */
  private void requirePackage(DiskHouse house) throws IOException {
    boolean there = Files.exists(house.package_());
    assertThat(there || house.promises.of(Count.PACKAGED) == 0).as("package").isTrue();
    if (there) {
      new PackageCheck(new DiskFolder(house.package_()), house.seller.trust).require();
    }
  }

  /** What the second place gives back is the tree as the database has it. */
  private void requireSecondPlace(TreeName tree) {
    MappedCustody database = new MappedCustody(home.resolve("database"));
    if (!database.stored().trees.containsKey(tree.tree())) {
      return;
    }
    List<SealedPage> stored = database.stored()
        .pages()
        .stream()
        .filter(page -> page.address().tree().equals(tree))
        .toList();
    List<SealedPage> logged = new ArrayList<>();
    try (TreeLog log = TreeLog.open(home.resolve("second/trees/" + DiskHouse.number(tree)), tree)) {
      log.newest(logged::add);
    }
    assertThat(logged).containsExactlyInAnyOrderElementsOf(stored);
  }
}
