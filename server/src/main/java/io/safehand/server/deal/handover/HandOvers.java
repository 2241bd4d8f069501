package io.safehand.server.deal.handover;

import io.safehand.core.hash.Sha256;
import io.safehand.core.custody.HandingOver;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.note.Trust;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.Deals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * The seller's side of a hand-over: the buyer's key, the release by two people, the package, the receipt.
 *
 * <p>Nothing leaves before the release was decided by two others than who asked for it, and before its ledger line
 * with the manifest's hash is durable and proven. Every step asks for the role of who takes it, and throws
 * {@link io.safehand.server.base.access.NotAllowed} otherwise. May be used by many threads.
 */
@Component
public final class HandOvers {
  private final Storage storage;
  private final HandOverRows rows;
  private final HandOverLines lines;
  private final BuyersKey buyersKey;
  private final Releasing releasing;
  private final Deals deals;
  private final Access access;
  private final Clock clock;

  HandOvers(Storage storage, HandOverRows rows, HandOverLines lines, BuyersKey buyersKey, Releasing releasing,
      Deals deals, Access access, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.lines = lines;
    this.buyersKey = buyersKey;
    this.releasing = releasing;
    this.deals = deals;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Registers the key that the package will be sealed to, one a deal.
   *
   * @param buyer the public keys of the buyer's house, with which it will sign its receipt
   */
  public void registerKey(CompanyId seller, DealId deal, Recipient recipient, Trust buyer, Account by) {
    buyersKey.register(seller, deal, recipient, buyer, by);
  }

  /**
   * Draws a riddle and remembers its answer for a week. Another call draws another, and the earlier answer is worth
   * nothing.
   *
   * @return the sealed riddle, to be sent to the buyer
   */
  public byte[] askPossession(CompanyId seller, DealId deal, Account by) {
    return buyersKey.ask(seller, deal, by);
  }

  /** Records that the buyer solved the riddle that was drawn last; false when it did not, or too late. */
  public boolean answer(CompanyId seller, DealId deal, byte[] answer, Account by) {
    return buyersKey.answer(seller, deal, answer, by);
  }

  /** How far the hand-over is; empty before the buyer's key is registered. */
  public Optional<Progress> progress(CompanyId seller, DealId deal) {
    return handOver(seller, deal).map(found -> new Progress(found.recipient().fingerprint(), found.reached(),
        found.firstConfirmer(), found.manifest()));
  }

  /**
   * @param firstConfirmer who confirmed the fingerprint first, as the ledger names accounts
   * @param manifest the hash that names the package that has left
   */
  public record Progress(String fingerprint, Map<HandOverStep, Instant> reached,
      Optional<String> firstConfirmer, Optional<String> manifest) {
    public boolean has(HandOverStep step) {
      return reached.containsKey(step);
    }
  }

  /** A paper that is kept with the deal. */
  public Optional<byte[]> paper(CompanyId company, DealId deal, Paper paper) {
    return storage.in(company, () -> rows.paper(company, deal, paper));
  }

  /** The folder of a package that was released to this buyer on this installation. */
  public Optional<Path> packageFor(CompanyId buyer, DealId deal) {
    return storage.inNone(() -> rows.packageFor(buyer, deal));
  }

  /** The folder of the seller's own released package. */
  public Optional<Path> packageOf(CompanyId seller, DealId deal) {
    DealId own = require(seller, deal).id();
    return storage.inNone(() -> rows.packageOf(own));
  }

  void keep(CompanyId company, DealId deal, Paper paper, byte[] file) {
    storage.run(company, () -> rows.keep(company, deal, paper, file, clock.instant()));
  }

  void announce(Deal deal, Path folder) {
    storage.inNone(() -> {
      rows.released(deal.id(), deal.terms().buyer(), folder, clock.instant());
      return true;
    });
  }

  /** One of two people confirms that the fingerprint is the buyer's, compared by another way than this system. */
  public void confirm(CompanyId seller, DealId deal, String fingerprint, Account by) {
    buyersKey.confirm(seller, deal, fingerprint, by);
  }

  /** Asks for the release; two others must approve exactly this: deal, terms, inventory and keys. */
  public MatterId proposeRelease(CompanyId seller, DealId deal, Account by) {
    return releasing.propose(seller, deal, by);
  }

  /** The hash that the two vote on. */
  public String releaseHash(CompanyId seller, DealId deal) {
    return releasing.hash(seller, deal);
  }

  /**
   * Packs and releases, as it was decided; the decision is used up. The folder appears whole or not at all.
   *
   * @param progress told how many people were looked at
   * @throws FactsChanged when what decides about people changed meanwhile
   * @throws IllegalStateException when it may not leave now
   */
  public Released release(CompanyId seller, DealId deal, MatterId matter, Path folder, Account by,
      LongConsumer progress) throws IOException {
    return releasing.release(seller, deal, matter, folder, by, progress);
  }

  /** Takes the buyer's receipt in: signed by the buyer's house, for exactly the package that was released. */
  public Receipt acceptReceipt(CompanyId seller, DealId deal, byte[] file, Account by) throws IOException {
    access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
    Trust buyer = handOver(seller, deal).orElseThrow(() -> new StepRefused(StepRefused.Reason.NO_KEY))
        .buyer();
    Receipt receipt = Receipt.require(new NamedBytes("receipt.json", file), buyer);
    return storage.in(seller, () -> {
      if (!rows.lock(seller, deal).manifest().equals(Optional.of(receipt.manifest()))) {
        throw new IllegalArgumentException("this is a receipt for another package");
      }
      rows.receipt(seller, deal, Sha256.hex(file));
      rows.reach(seller, deal, HandOverStep.RECEIPT, clock.instant());
      rows.keep(seller, deal, Paper.RECEIPT, file, clock.instant());
      lines.write(seller, deal, by, "receipt.accepted",
          Json.object().with("people", receipt.people()).with("receipt", Sha256.hex(file)));
      return receipt;
    });
  }

  /** Records that the buyer said that everybody is re-keyed. */
  public void acknowledgeRekey(CompanyId seller, DealId deal, Account by) {
    storage.run(seller, () -> {
      access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
      rows.reach(seller, deal, HandOverStep.REKEYED, clock.instant());
      lines.write(seller, deal, by, "rekey.acknowledged", Json.object());
    });
  }

  void destroyed(CompanyId seller, DealId deal) {
    storage.run(seller, () -> rows.reach(seller, deal, HandOverStep.DESTROYED, clock.instant()));
  }

  /** Whether the buyer has given its receipt and says that everybody is re-keyed. */
  boolean isRekeyed(CompanyId seller, DealId deal) {
    return handOver(seller, deal)
        .filter(there -> there.has(HandOverStep.RECEIPT) && there.has(HandOverStep.REKEYED))
        .isPresent();
  }

  Optional<String> manifest(CompanyId seller, DealId deal) {
    return handOver(seller, deal).flatMap(HandOver::manifest);
  }

  Optional<String> receipt(CompanyId seller, DealId deal) {
    return handOver(seller, deal).flatMap(HandOver::receipt);
  }

  Deal require(CompanyId seller, DealId id) {
    return deals.deal(seller, id).orElseThrow(() -> new IllegalArgumentException("no such deal"));
  }

  private Optional<HandOver> handOver(CompanyId seller, DealId deal) {
    return storage.in(seller, () -> rows.find(seller, deal));
  }

  /** A package that has left: where it lies, who is in it, and the hashes that name it. */
  public record Released(Path folder, HandingOver.Packed people, String manifest, String root) {}
}
