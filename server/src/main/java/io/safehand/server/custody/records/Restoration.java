package io.safehand.server.custody.records;

import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.keys.Restoring;
import io.safehand.core.custody.keys.Restoring.Restored;
import io.safehand.core.custody.Retagging;
import io.safehand.core.custody.Shredding;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.inventory.Inventories;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Puts one company of an older database under the newest key trees and the newest log, and says so in the log, all in
 * one transaction; then tags everybody anew, because old tags may be of index keys that are gone. Doing it again after a
 * failure goes on.
 */
@Component
final class Restoration {
  private final Storage storage;
  private final Keys keys;
  private final Ledger ledger;
  private final Vaults vaults;
  private final Inventories inventories;
  private final Clock clock;
  private final SecureRandom random;

  Restoration(Storage storage, Keys keys, Ledger ledger, Vaults vaults, Inventories inventories, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.keys = keys;
    this.ledger = ledger;
    this.vaults = vaults;
    this.inventories = inventories;
    this.clock = clock;
    this.random = random;
  }

  /** @param who the accounts of the two people who decided it */
  void putBack(CompanyId company, String who) {
    storage.run(company, () -> {
      long lines = ledger.putBack(company);
      List<Restored> trees = trees(company);
      if (lines > 0 || trees.stream().anyMatch(Restored::changed)) {
        ledger.write(company, who, Act.RESTORE,
            Json.object()
                .with("lines", lines)
                .with("removed", trees.stream().mapToLong(Restored::removed).sum())
                .with("lost", trees.stream().mapToLong(Restored::lost).sum()));
      }
    });
  }

  /** A received tree without a root was destroyed, and so is what the older database has of it. */
  private List<Restored> trees(CompanyId company) {
    List<Restored> restored = new ArrayList<>();
    for (TreeName tree : keys.known()) {
      if (!tree.company().equals(company)) {
        continue;
      }
      if (!tree.isOwn() && keys.roots(tree).listed().isEmpty()) {
        vaults.store(company).together(custody -> {
          custody.received(tree.tree()).clear();
          custody.trees().remove(tree.tree());
          return custody;
        });
      } else {
        restored.add(
            new Restoring(tree, vaults.store(company), keys.roots(tree), keys.log(tree), random).restore());
      }
    }
    return restored;
  }

  void tagAnew(CompanyId company, String who) {
    if (vaults.population(company).live() > 0) {
      Shredding shredding = new Shredding(vaults.of(company), vaults.store(company), clock, random);
      new Retagging(vaults.of(company), vaults.store(company), shredding, inventories.current(company), clock,
          random).retag(new Errand(who, "restore", "", ""), people -> {});
    }
  }
}
