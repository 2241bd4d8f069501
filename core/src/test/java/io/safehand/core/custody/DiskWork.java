package io.safehand.core.custody;

import io.safehand.core.vault.tree.KeyTree;

import io.safehand.core.custody.keys.Eraser;
import io.safehand.core.custody.keys.CompanyKeys;

import io.safehand.core.custody.Promises.Count;
import io.safehand.core.custody.Promises.Fate;
import io.safehand.core.handover.moved.MovedPerson;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.handover.parcel.SellerFixture;
import io.safehand.core.ledger.House;
import io.safehand.core.ledger.note.Checkpoint;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.vault.KeyEntry;
import io.safehand.core.vault.PersonKey;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.tree.KeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Thirty operations on every kind of file of ours. What returns is promised; what fails is followed by a restart within
 * the process, and the work goes on behind it.
 */
final class DiskWork {
  static final int OPERATIONS = 30;
  private static final int MOVED = 3;
  private final Path home;
  private final Promises promises;
  private Optional<DiskHouse> open = Optional.empty();

  DiskWork(Path home) {
    this.home = home;
    this.promises = new Promises(home.resolve("promises"));
  }

  void run() {
    for (int number = 0; number < OPERATIONS; number++) {
      try {
        operation(number, house());
        promises.add(Count.DONE);
      } catch (IOException | RuntimeException refused) {
        promises.add(Count.FAULTS);
        restart();
      }
    }
    restart();
  }

  private DiskHouse house() {
    if (open.isEmpty()) {
      open = Optional.of(DiskHouse.open(home));
    }
    return open.get();
  }

  private void restart() {
    Optional<DiskHouse> old = open;
    open = Optional.empty();
    try {
      old.ifPresent(DiskHouse::close);
    } catch (RuntimeException notClosed) {
      promises.add(Count.FAULTS);
    }
  }

  private void operation(int number, DiskHouse house) throws IOException {
    switch (number) {
      case 0, 1 -> house.found(0);
      case 2, 7, 14, 21, 26 -> append(house, 3);
      case 3 -> append(house, 260);
      case 4, 11, 22 -> house.putSecret(number);
      case 5 -> fill(house, 0, 70);
      case 6, 12, 20, 25 -> fill(house, 0, 3);
      case 8, 13, 23, 27, 29 -> erase(house, 0, 2);
      case 9 -> newEpoch(house);
      case 10 -> house.pageLogs.getFirst().orElseThrow().compact();
      case 15 -> house.log.tidy();
      case 16, 17 -> pack(house);
      case 18 -> receive(house);
      case 19 -> destroyReceived(house);
      case 24, 28 -> restart();
      default -> throw new IllegalStateException("no such operation");
    }
  }

  /** Lines durable, the signed checkpoint beside the roots, then shown: as the sequencer does. */
  private void append(DiskHouse house, int count) {
    long size = house.log.size();
    Checkpoint checkpoint = house.log.append(House.lines(size, size + count));
    promises.set(Count.LINES, Math.toIntExact(checkpoint.size()));
    SignedNote note = house.seller.house.sign(checkpoint);
    house.notes.put(SellerFixture.ORIGIN, checkpoint.size(), note.bytes());
    promises.set(Count.NOTED, Math.toIntExact(checkpoint.size()));
    house.log.publish(note);
  }

  private void fill(DiskHouse house, int tree, int count) {
    CompanyKeys keys = house.found(tree);
    List<KeyEntry> entries = entries(house, count);
    int leaf = keys.takeLeaves(KeyTree.leavesFor(count));
    List<Integer> people = promises.announce(tree, KeyTree.slot(leaf, 0), entries);
    keys.write(custody -> keys.append(custody, leaf, entries));
    promises.become(people, Fate.PRESENT);
  }

  private static List<KeyEntry> entries(DiskHouse house, int count) {
    Randomness randomness = new Randomness(house.random);
    List<KeyEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try (PersonKey key = PersonKey.draw(randomness)) {
        entries.add(KeyEntry.of(randomness.personId(), key));
      }
    }
    return entries;
  }

  private void erase(DiskHouse house, int tree, int count) {
    List<Integer> people = new ArrayList<>();
    for (int number = 0; number < promises.people() && people.size() < count; number++) {
      if (promises.tree(number) == tree && promises.fate(number) == Fate.PRESENT) {
        people.add(number);
      }
    }
    List<KeyPlace> places = people.stream().map(promises::place).toList();
    promises.become(people, Fate.UNDER_WAY);
    house.found(tree).erase(custody -> new Eraser.Work(places, Set.of(), List.of()));
    promises.become(people, Fate.ERASED);
  }

  private static void newEpoch(DiskHouse house) {
    CompanyKeys keys = house.found(0);
    long old = keys.epoch();
    keys.openEpoch(custody -> {});
    keys.erase(custody -> new Eraser.Work(List.of(), Set.of(old), List.of()));
    keys.index().forget(old);
  }

  private void pack(DiskHouse house) throws IOException {
    if (Files.exists(house.package_())) {
      return;
    }
    SellerFixture seller = house.seller;
    try (PackageWriter writer = seller.writer(house.package_())) {
      for (int i = 0; i < MOVED; i++) {
        MovedPerson person = seller.person(50);
        writer.add(person, seller.dataKey(person));
      }
      seller.release(seller.seal(writer, 0));
    }
    promises.set(Count.PACKAGED, MOVED);
  }

  /** As a buyer takes a package in: everybody read and proven, keys in a tree of their own, durable in both places. */
  private void receive(DiskHouse house) throws IOException {
    int count = 0;
    try (PackageReader reader = PackageReader.open(house.package_(), house.seller.trust, house.seller.buyer,
        house.seller.random)) {
      while (reader.next().isPresent()) {
        count++;
      }
    }
    fill(house, 1, count);
  }

  private void destroyReceived(DiskHouse house) {
    erase(house, 1, MOVED);
  }
}
