package io.safehand.core.custody;

import io.safehand.core.custody.keys.CompanyKeys;

import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.core.handover.parcel.PackageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One package at the buyer: its tree with root slots and second place of its own, beside those of the house. */
final class Takeover {
  private final TeaHouse buyer;
  private final TeaPackage package_;
  final TreeName name;
  final MemoryRoots roots;
  private final MemoryPageLog log;
  private final List<CompanyKeys> opened = new ArrayList<>();

  Takeover(TeaHouse buyer, TeaPackage package_) {
    this.buyer = buyer;
    this.package_ = package_;
    this.name = new TreeName(buyer.name.company(), new TreeId(UUID.randomUUID()));
    this.roots = new MemoryRoots(buyer.faults);
    this.log = new MemoryPageLog(buyer.faults);
  }

  /** Takes the package in, into a tree that is made for it. */
  long receive() throws IOException {
    CompanyKeys tree = CompanyKeys.create(name, buyer.store, roots, log, Suite.AES_256_GCM, buyer.random);
    opened.add(tree);
    try (PackageReader reader = package_.reader()) {
      return new Receiving(tree, buyer.store, TeaHouse.errand("receiving"), buyer.clock, buyer.random)
          .receive(reader, people -> {});
    }
  }

  /** Re-keys whoever is left, leaf by leaf, in a process that has just started. */
  long rekey() {
    CompanyKeys tree = CompanyKeys.open(name, buyer.store, roots, log, Suite.AES_256_GCM, buyer.random);
    opened.add(tree);
    Rekeying rekeying = new Rekeying(tree, buyer.keys, buyer.store, TeaHouse.INVENTORY,
        TeaHouse.errand("rekeying"), buyer.clock, buyer.random);
    int leaves = rekeying.leaves();
    long people = 0;
    for (int leaf = 0; leaf < leaves; leaf++) {
      people += rekeying.rekey(leaf, 1);
    }
    return people;
  }

  /** Gives up what came, as after a package that did not come whole. */
  void abandon() {
    buyer.store.together(custody -> {
      custody.received(name.tree()).clear();
      return custody;
    });
    destroy();
  }

  List<String> destroy() {
    opened.forEach(CompanyKeys::close);
    return CompanyKeys.destroy(name.tree(), buyer.store, roots);
  }

  boolean isWhole() {
    return buyer.store.together(custody -> custody.received(name.tree()).whole()).isPresent();
  }

  boolean isEmpty() {
    return buyer.store.together(custody -> custody.received(name.tree()).count()) == 0;
  }
}
