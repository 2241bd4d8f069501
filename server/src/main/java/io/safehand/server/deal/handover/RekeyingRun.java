package io.safehand.server.deal.handover;

import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.LocalRun;
import io.safehand.core.bulk.RowResult;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.Rekeying;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.DealId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Re-keys everybody of a package who is not yet re-keyed, with several workers. */
@Component
final class RekeyingRun {
  private static final int LEAVES_AT_ONCE = 64;
  private static final int WORKERS = 2;

  private final Vaults vaults;
  private final Inventories inventories;
  private final Consents consents;
  private final Clock clock;
  private final SecureRandom random;

  RekeyingRun(Vaults vaults, Inventories inventories, Consents consents, Clock clock, SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.consents = consents;
    this.clock = clock;
    this.random = random;
  }

  void run(CompanyKeys received, DealId deal, Account by, LongConsumer progress) throws Exception {
    CompanyId buyer = received.name().company();
    Inventory inventory = inventories.current(buyer);
    Errand errand = new Errand(by.who(), "rekeying",
        consents.openImport(buyer, deal.subject(), by).toString(), deal.toString());
    AtomicLong people = new AtomicLong();
    List<BatchAct<Integer>> workers = new ArrayList<>();
    int leaves = 0;
    for (int i = 0; i < WORKERS; i++) {
      Rekeying rekeying = new Rekeying(received, vaults.of(buyer), vaults.store(buyer), inventory, errand,
          clock, random);
      leaves = rekeying.leaves();
      workers.add(batch -> {
        for (int firstLeaf : batch.rows()) {
          progress.accept(people.addAndGet(rekeying.rekey(firstLeaf, LEAVES_AT_ONCE)));
        }
        return List.<RowResult>of();
      });
    }
    int last = leaves;
    new LocalRun<>(1, workers, tally -> {})
        .run(IntStream.iterate(0, leaf -> leaf < last, leaf -> leaf + LEAVES_AT_ONCE).iterator());
  }
}
