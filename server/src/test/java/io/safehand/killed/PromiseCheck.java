package io.safehand.killed;

import io.safehand.core.custody.stored.Custody;
import io.safehand.core.custody.stored.SealedRecord;
import io.safehand.core.custody.stored.TreeState;
import io.safehand.core.ledger.LedgerVerdict;
import io.safehand.core.ledger.LedgerVerifier;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.KeyId;
import io.safehand.core.vault.Randomness;
import io.safehand.core.vault.Suite;
import io.safehand.core.vault.tree.KeyTree;
import io.safehand.core.vault.tree.PageKeys;
import io.safehand.core.vault.tree.PageSealing;
import io.safehand.core.vault.tree.RootKey;
import io.safehand.core.vault.tree.TreeName;
import io.safehand.killed.Acknowledged.Promised;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.Vaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what the server holds with what it had promised before it was killed. */
public class PromiseCheck {
  private static final int LEAVES = 4_000;
  private final Vaults vaults;
  private final Keys keys;
  private final Ledger ledger;
  private final Storage storage;
  private final SecureRandom random;

  PromiseCheck(Vaults vaults, Keys keys, Ledger ledger, Storage storage, SecureRandom random) {
    this.vaults = vaults;
    this.keys = keys;
    this.ledger = ledger;
    this.storage = storage;
    this.random = random;
  }

  void require(Acknowledged promised) {
    promised.companies.forEach((company, promise) -> {
      requirePeople(company, promise);
      requireLines(company, promise);
      if (promise.isComplete()) {
        requireAsMany(company, promised);
      }
    });
  }

  /** Who is complete has as many as the first company had, since all came from one file: nobody lost, nobody twice. */
  void requireAsMany(CompanyId company, Acknowledged promised) {
    long expected = promised.companies.values().iterator().next().imported;
    Vaults.Population population = vaults.population(company);
    if (expected >= 0 && population.takenIn() != expected) {
      throw new AssertionError("taken in: " + population.takenIn() + ", in the file: " + expected);
    }
  }

  private void requirePeople(CompanyId company, Promised promise) {
    TreeName tree = vaults.of(company).name();
    List<SealedRecord> records = vaults.store(company)
        .inSnapshot(custody -> custody.records().inLeaves(0, LEAVES));
    Set<KeyId> present = vaults.store(company).inSnapshot(custody -> present(tree, custody));
    Set<KeyId> named = records.stream().map(SealedRecord::key).collect(Collectors.toSet());
    require(named.equals(present), "keys and records differ: " + present.size() + " and " + named.size());
    require(named.size() == records.size() && vaults.population(company).live() == records.size(),
        "people counted");
    Set<String> people = new HashSet<>(records.stream().map(record -> record.person().toString()).toList());
    require(promise.erased.stream().noneMatch(people::contains), "somebody erased is there again");
    long gone = vaults.population(company).shredded();
    require(gone >= promise.erased.size() && gone <= Math.max(promise.erased.size(), promise.underWay.size()),
        "erased: " + gone + ", promised: " + promise.erased.size());
    long rows = storage.in(company,
        () -> storage.jdbc()
            .sql("select coalesce(sum(last_row - first_row + 1), 0) from records.batch where company_id = ?")
            .param(company.value())
            .query(Long.class)
            .single());
    require(rows >= promise.rows, "rows: " + rows + ", promised: " + promise.rows);
  }

  private Set<KeyId> present(TreeName name, Custody custody) {
    TreeState state = custody.trees().state(name.tree());
    try (RootKey root = keys.roots(name).load(state.root());
        PageSealing sealing = new PageSealing(Suite.AES_256_GCM, new Randomness(random), new PageKeys(0));
        KeyTree tree = new KeyTree(name, root, custody.pages(), sealing)) {
      return tree.keysIn(0, state.nextLeaf())
          .stream()
          .map(key -> key.entry().keyId())
          .collect(Collectors.toSet());
    }
  }

  private void requireLines(CompanyId company, Promised promise) {
    ledger.sequence(company);
    Set<UUID> lines = new HashSet<>(storage.in(company,
        () -> storage.jdbc()
            .sql("select id from ledger.line where company_id = ? and number is not null")
            .param(company.value())
            .query(UUID.class)
            .list()));
    require(lines.containsAll(promise.lines), "a line that was acknowledged is missing");
    for (Path folder : List.of(ledger.place(company).folder(), ledger.place(company).second())) {
      LedgerVerdict verdict = new LedgerVerifier(keys.trust()).verify(folder, List.of());
      require(verdict instanceof LedgerVerdict.Sound, "the log: " + verdict);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
