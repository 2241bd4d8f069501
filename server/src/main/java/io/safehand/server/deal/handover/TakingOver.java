package io.safehand.server.deal.handover;

import io.safehand.core.bulk.BatchAct;
import io.safehand.core.bulk.LocalRun;
import io.safehand.core.bulk.RowResult;
import io.safehand.core.custody.CompanyKeys;
import io.safehand.core.custody.Errand;
import io.safehand.core.custody.Receiving;
import io.safehand.core.custody.Rekeying;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.Suite;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.custody.consent.Consents;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.DealId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * The buyer's side of a hand-over: a receiving key for one deal, the package taken in, everybody re-keyed.
 *
 * <p>The private receiving key lives in this process only and is destroyed after re-keying; when the server stops
 * before the package came, the buyer registers another one. What is read is the package and this key, nothing of the
 * seller. May be used by many threads.
 */
@Component
public final class TakingOver {
  private static final int LEAVES_AT_ONCE = 64;
  private static final int WORKERS = 2;
  /** The database and the second place: both hold the received tree before a receipt is given. */
  private static final int DURABLE_PLACES = 2;

  private final Vaults vaults;
  private final Inventories inventories;
  private final Consents consents;
  private final Ledger ledger;
  private final Keys keys;
  private final Clock clock;
  private final SecureRandom random;
  private final Map<DealId, ReceivingKey> receivingKeys = new ConcurrentHashMap<>();
  private final Map<DealId, CompanyKeys> receivedTrees = new ConcurrentHashMap<>();

  TakingOver(Vaults vaults, Inventories inventories, Consents consents, Ledger ledger, Keys keys, Clock clock,
      SecureRandom random) {
    this.vaults = vaults;
    this.inventories = inventories;
    this.consents = consents;
    this.ledger = ledger;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /** Draws the receiving key of this deal; its public half goes to the seller. */
  public Recipient drawKey(DealId deal) {
    return receivingKeys.computeIfAbsent(deal, id -> ReceivingKey.generate(random)).recipient();
  }

  /** Solves the seller's riddle. */
  public byte[] solve(DealId deal, byte[] sealedChallenge) throws IOException {
    return key(deal).prove(sealedChallenge);
  }

  /**
   * Takes the package in and gives the signed receipt. What cannot be taken in whole leaves nothing behind.
   *
   * @param trust the seller's public keys
   */
  public SignedPaper receive(CompanyId buyer, DealId deal, Path folder, Trust trust, Account by,
      LongConsumer progress)
      throws IOException {
    try (PackageReader reader = PackageReader.open(folder, trust, key(deal))) {
      CompanyKeys received = vaults.receivedTree(buyer, Suite.AES_256_GCM);
      Receiving receiving = new Receiving(received, vaults.store(buyer), errand(deal, by, "receiving"), clock,
          random);
      try {
        receiving.receive(reader, progress);
      } catch (IOException | RuntimeException incomplete) {
        receiving.undo();
        vaults.destroy(received);
        throw incomplete;
      }
      receivedTrees.put(deal, received);
      return Receipt.of(reader.checked(), DURABLE_PLACES, DealPapers.state(ledger, buyer), clock.instant())
          .sign(keys.signing());
    }
  }

  /**
   * Gives everybody keys that only the buyer has, then destroys the received keys and the receiving key. Returns how
   * many people; the copies of the received root that could not confirm are none, or this throws.
   */
  public long rekey(CompanyId buyer, DealId deal, Account by, LongConsumer progress) throws Exception {
    CompanyKeys received = receivedTrees.get(deal);
    if (received == null) {
      throw new IllegalStateException("nothing was received for this deal");
    }
    long people = rekey(buyer, deal, received, by, progress);
    List<String> unconfirmed = vaults.destroy(received);
    if (!unconfirmed.isEmpty()) {
      throw new IllegalStateException("the received root is still in: " + String.join(", ", unconfirmed));
    }
    receivedTrees.remove(deal);
    key(deal).close();
    receivingKeys.remove(deal);
    vaults.indexTags(buyer);
    return people;
  }

  private long rekey(CompanyId buyer, DealId deal, CompanyKeys received, Account by, LongConsumer progress)
      throws Exception {
    Inventory inventory = inventories.current(buyer);
    CompanyKeys own = vaults.of(buyer);
    UUID run = consents.openImport(buyer, "deal/" + deal, by);
    Errand errand = new Errand(by.who(), "rekeying", run.toString(), deal.toString());
    AtomicLong people = new AtomicLong();
    List<BatchAct<Integer>> workers = new ArrayList<>();
    int leaves = 0;
    for (int i = 0; i < WORKERS; i++) {
      Rekeying rekeying = new Rekeying(received, own, vaults.store(buyer), inventory, errand, clock, random);
      leaves = rekeying.leaves();
      workers.add(batch -> {
        for (int firstLeaf : batch.rows()) {
          progress.accept(people.addAndGet(rekeying.rekey(firstLeaf, LEAVES_AT_ONCE)));
        }
        return List.<RowResult>of();
      });
    }
    int last = leaves;
    new LocalRun<>(1, workers, tally -> {}).run(IntStream.iterate(0, leaf -> leaf < last, leaf -> leaf
        + LEAVES_AT_ONCE).iterator());
    return people.get();
  }

  private ReceivingKey key(DealId deal) {
    ReceivingKey key = receivingKeys.get(deal);
    if (key == null) {
      throw new IllegalStateException("there is no receiving key for this deal; register a new one");
    }
    return key;
  }

  private static Errand errand(DealId deal, Account by, String purpose) {
    return new Errand(by.who(), purpose, deal.toString(), deal.toString());
  }

  @PreDestroy
  void close() {
    receivingKeys.values().forEach(ReceivingKey::close);
  }
}
