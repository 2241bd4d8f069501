package io.safehand.server.deal.handover;

import io.safehand.core.custody.stored.ReceivedPackage;
import io.safehand.core.custody.Receiving;
import io.safehand.core.custody.ReceivingSlot;
import io.safehand.core.handover.age.ReceivingKey;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.parcel.PackageReader;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.core.vault.tree.TreeId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.DealId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * The buyer's side of a hand-over: a receiving key for one deal, the package taken in, everybody re-keyed.
 *
 * <p>What is read is the package, the seller's public keys and the receiving key, nothing of the seller's. The receiving
 * key lies sealed beside the roots until everybody is re-keyed, so each step may be repeated after a failure or a restart,
 * and nobody comes twice. May be used by many threads; one at a time works on a deal.
 */
@Component
public final class TakingOver {
  /** The database and the second place: both hold the received tree before a receipt is given. */
  private static final int DURABLE_PLACES = 2;

  private final Storage storage;
  private final TakingOverRows rows;
  private final Access access;
  private final Vaults vaults;
  private final RekeyingRun rekeying;
  private final Ledger ledger;
  private final Keys keys;
  private final BusinessIds ids;
  private final Clock clock;
  private final SecureRandom random;

  TakingOver(Storage storage, TakingOverRows rows, Access access, Vaults vaults, RekeyingRun rekeying,
      Ledger ledger, Keys keys, BusinessIds ids, Clock clock, SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.access = access;
    this.vaults = vaults;
    this.rekeying = rekeying;
    this.ledger = ledger;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
    this.random = random;
  }

  /** The receiving key of this deal, drawn at the first call; its public half goes to the seller. */
  public Recipient drawKey(CompanyId buyer, DealId deal, Account by) throws Exception {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    return alone(buyer, deal, () -> {
      requireUnfinished(buyer, deal);
      try (ReceivingKey key = slot(buyer, deal).draw()) {
        Recipient recipient = key.recipient();
        storage.run(buyer, () -> rows.drawn(buyer, deal, recipient, clock.instant()));
        return recipient;
      }
    });
  }

  /** Solves the seller's riddle. */
  public byte[] solve(CompanyId buyer, DealId deal, byte[] sealedChallenge, Account by) throws IOException {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    try (ReceivingKey key = key(buyer, deal)) {
      return key.prove(sealedChallenge);
    }
  }

  /**
   * Takes the package in and gives the signed receipt. What cannot be taken in whole leaves nothing behind; what is in
   * already is acknowledged once more.
   *
   * @param trust the seller's public keys
   */
  public SignedPaper receive(CompanyId buyer, DealId deal, Path folder, Trust trust, Account by,
      LongConsumer progress) throws Exception {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    return alone(buyer, deal, () -> {
      try (ReceivingKey key = key(buyer, deal);
          PackageReader reader = PackageReader.open(folder, trust, key, random)) {
        StepRefused.unless(reader.checked().manifest().terms().deal().id().equals(deal.toString()),
            StepRefused.Reason.OTHER_DEAL);
        Optional<ReceivedPackage> whole = whole(buyer, state(buyer, deal));
        if (whole.isEmpty()) {
          take(buyer, deal, reader, by, progress);
        } else {
          StepRefused.unless(whole.get().manifest().equals(reader.checked().sha256()),
              StepRefused.Reason.OTHER_PACKAGE);
        }
        return Receipt.of(reader.checked(), DURABLE_PLACES, DealPapers.state(ledger, buyer), clock.instant())
            .sign(keys.signing());
      }
    });
  }

  /** The deals that a receiving key was drawn for, newest first. */
  public List<Taking> all(CompanyId buyer) {
    return storage.in(buyer, () -> rows.all(buyer));
  }

  /**
   * How far the buyer is with one deal.
   *
   * @param recipient the public half of the receiving key, while there is one
   * @param isReceived whether the package is in, as a whole
   */
  public record Taking(DealId deal, Optional<Recipient> recipient, boolean isReceived,
      Optional<Instant> rekeyed) {}

  private void take(CompanyId buyer, DealId deal, PackageReader reader, Account by, LongConsumer progress)
      throws IOException {
    state(buyer, deal).tree().ifPresent(earlier -> abandon(buyer, earlier));
    TreeId tree = new TreeId(ids.next());
    storage.run(buyer, () -> rows.begin(buyer, deal, tree));
    try {
      new Receiving(vaults.receivedTree(buyer, tree), vaults.store(buyer),
          DealPapers.errand(deal, by, "receiving"), clock, random).receive(reader, progress);
    } catch (IOException | RuntimeException incomplete) {
      try {
        abandon(buyer, tree);
      } catch (RuntimeException nextTime) {
        incomplete.addSuppressed(nextTime);
      }
      throw incomplete;
    }
  }

  /** Removes what came of a package that did not come whole. */
  private void abandon(CompanyId buyer, TreeId tree) {
    if (whole(buyer, tree).isEmpty()) {
      vaults.store(buyer).together(custody -> {
        custody.received(tree).clear();
        return tree;
      });
      vaults.destroy(buyer, tree);
    }
  }

  /**
   * Gives everybody keys that only the buyer has, then destroys the keys that came and the receiving key. Returns how
   * many people came; done already, it changes nothing. A copy that could not confirm an erasure is named and stops it.
   */
  public long rekey(CompanyId buyer, DealId deal, Account by, LongConsumer progress) throws Exception {
    access.require(buyer, by, Role.BUYER_OFFICER, Role.BUYER_SECURITY);
    return alone(buyer, deal, () -> {
      TakingOverRows.State state = state(buyer, deal);
      ReceivedPackage whole = whole(buyer, state)
          .orElseThrow(() -> new StepRefused(StepRefused.Reason.NOTHING_RECEIVED));
      if (!state.isRekeyed()) {
        rekey(buyer, deal, state.tree().orElseThrow(), by, progress);
      }
      return whole.people();
    });
  }

  private void rekey(CompanyId buyer, DealId deal, TreeId tree, Account by, LongConsumer progress)
      throws Exception {
    if (left(buyer, tree) > 0) {
      rekeying.run(vaults.received(buyer, tree), deal, by, progress);
      long left = left(buyer, tree);
      require(left == 0, left + " of those who came do not open and are not re-keyed");
    }
    vaults.indexTags(buyer);
    requireErased(vaults.destroy(buyer, tree));
    requireErased(slot(buyer, deal).erase());
    storage.run(buyer, () -> {
      rows.finish(buyer, deal, clock.instant());
      ledger.write(buyer,
          ledger.line(by.who(), Act.HANDOVER_PLAN)
              .inDeal(deal.toString())
              .with(Json.object().with("step", "key.destroyed")));
    });
  }

  private static void requireErased(List<String> unconfirmed) {
    require(unconfirmed.isEmpty(), "what was received is still in: " + String.join(", ", unconfirmed));
  }

  private TakingOverRows.State state(CompanyId buyer, DealId deal) {
    return storage.in(buyer, () -> rows.state(buyer, deal));
  }

  private Optional<ReceivedPackage> whole(CompanyId buyer, TakingOverRows.State state) {
    return state.tree().flatMap(tree -> whole(buyer, tree));
  }

  private Optional<ReceivedPackage> whole(CompanyId buyer, TreeId tree) {
    return vaults.store(buyer).together(custody -> custody.received(tree).whole());
  }

  private long left(CompanyId buyer, TreeId tree) {
    return vaults.store(buyer).together(custody -> custody.received(tree).count());
  }

  private void requireUnfinished(CompanyId buyer, DealId deal) {
    StepRefused.unless(!state(buyer, deal).isRekeyed(), StepRefused.Reason.TAKEN_OVER);
  }

  private ReceivingSlot slot(CompanyId buyer, DealId deal) {
    return new ReceivingSlot(keys.receivingKey(buyer, deal.value()), random);
  }

  private ReceivingKey key(CompanyId buyer, DealId deal) {
    requireUnfinished(buyer, deal);
    return slot(buyer, deal).key().orElseThrow(() -> new StepRefused(StepRefused.Reason.NO_RECEIVING_KEY));
  }

  private <T> T alone(CompanyId buyer, DealId deal, Callable<T> work) throws Exception {
    return storage.alone(buyer, "taking-over/" + deal, work)
        .orElseThrow(() -> new StepRefused(StepRefused.Reason.BUSY));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
