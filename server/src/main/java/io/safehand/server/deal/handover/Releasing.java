package io.safehand.server.deal.handover;

import io.safehand.core.hash.Sha256;
import io.safehand.core.custody.HandingOver;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.handover.parcel.SealedPackage;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Facts;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.DealStages;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.Deals;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * The release of a package by two people. Whether it may leave is asked before packing and once more in the transaction
 * of the release line, which also uses the decision up; what was packed on other facts is thrown away.
 */
@Component
final class Releasing {
  private static final String RELEASE = "handover.release";
  private static final Set<Role> RELEASERS = Set.of(Role.SELLER_OFFICER, Role.SELLER_LAWYER,
      Role.SECURITY_OFFICER);

  private final Storage storage;
  private final HandOverRows rows;
  private final Deals deals;
  private final Access access;
  private final Decisions decisions;
  private final Standing standing;
  private final Facts facts;
  private final Ledger ledger;
  private final Keys keys;
  private final Inventories inventories;
  private final Packing packing;
  private final Clock clock;
  private final SecureRandom random;

  Releasing(Storage storage, HandOverRows rows, Deals deals, Access access, Decisions decisions,
      Standing standing, Facts facts, Ledger ledger, Keys keys, Inventories inventories, Packing packing,
      Clock clock, SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.deals = deals;
    this.access = access;
    this.decisions = decisions;
    this.standing = standing;
    this.facts = facts;
    this.ledger = ledger;
    this.keys = keys;
    this.inventories = inventories;
    this.packing = packing;
    this.clock = clock;
    this.random = random;
  }

  MatterId propose(CompanyId seller, DealId deal, Account by) {
    access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
    return decisions.open(by, new Opening(RELEASE, deal.subject(), hash(seller, deal), 2, RELEASERS));
  }

  String hash(CompanyId seller, DealId id) {
    Deal deal = require(seller, id);
    Adopted adopted = inventories.adopted(seller).orElseThrow();
    HandOver handOver = storage.in(seller, () -> rows.lock(seller, id));
    return Sha256.hex(Json.object()
        .with("act", RELEASE)
        .with("deal", id.toString())
        .with("path", deal.terms().path().name())
        .with("excludeObjectors", deal.terms().excludeObjectors())
        .with("excludeUnnotified", deal.terms().excludeUnnotified())
        .with("inventory", adopted.sha256())
        .with("recipient", handOver.recipient().fingerprint())
        .with("buyer", Sha256.hex(handOver.buyer().file()))
        .canonical());
  }

  HandOvers.Released release(CompanyId seller, DealId id, MatterId matter, Path folder, Account by,
      LongConsumer progress) throws IOException {
    access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
    requireFree(seller, id);
    Deal deal = require(seller, id);
    Matter decided = decisions.matter(seller, matter)
        .filter(found -> found.state() == Matter.State.APPROVED && found.allows(hash(seller, id)))
        .orElseThrow(Releasing::undecided);
    long mark = facts.mark(seller);
    Inventory inventory = inventories.current(seller);
    HandOver handOver = storage.in(seller, () -> rows.lock(seller, id));
    try (PackageWriter writer = PackageWriter.open(folder, packing.terms(deal, inventory),
        handOver.recipient(), random)) {
      HandingOver.Packed packed = packing.pack(deal, inventory, writer, progress);
      SealedPackage sealed = writer.seal(clock.instant(), packed.live(), new TreeMap<>(), approvals(decided),
          keys.signing());
      Path place = publish(new Leaving(seller, id, matter, sealed, mark, by));
      return new HandOvers.Released(place, packed, sealed.sha256(), sealed.manifest().contents().root());
    } catch (IOException failed) {
      storage.disks().note(failed);
      throw failed;
    }
  }

  /** A sealed package on its way out, and how the facts stood when its packing began. */
  private record Leaving(CompanyId seller, DealId deal, MatterId matter, SealedPackage sealed, long mark,
      Account by) {}

  private Path publish(Leaving leaving) throws IOException {
    CompanyId seller = leaving.seller();
    LedgerLine line = ledger.line(leaving.by().who(), Act.HANDOVER_RELEASE)
        .inDeal(leaving.deal().toString())
        .byDecision(leaving.matter().toString())
        .with(Json.object()
            .with("manifest", leaving.sealed().sha256())
            .with("people", leaving.sealed().manifest().population().moved()));
    UUID row;
    try {
      row = storage.in(seller, () -> decide(leaving, line));
    } catch (RuntimeException refused) {
      leaving.sealed().discard();
      throw refused;
    }
    SignedNote note = ledger.sequence(seller).orElseThrow();
    LineProof proof = ledger.prove(seller, ledger.number(seller, row).orElseThrow(), note);
    return leaving.sealed().release(line.bytes(), proof, keys.signing());
  }

  private UUID decide(Leaving leaving, LedgerLine line) {
    CompanyId seller = leaving.seller();
    DealId deal = leaving.deal();
    if (!facts.standSince(seller, leaving.mark())) {
      throw new FactsChanged();
    }
    requireFree(seller, deal);
    if (decisions.carryOut(seller, leaving.matter(), RELEASE, deal.subject(), hash(seller, deal)).isEmpty()) {
      throw undecided();
    }
    rows.manifest(seller, deal, leaving.sealed().sha256());
    rows.reach(seller, deal, HandOverStep.RELEASED, clock.instant());
    return ledger.write(seller, line);
  }

  /** Refuses while the key is not sure, a receipt is there, the deal is not where a package leaves, or a hold is on it. */
  private void requireFree(CompanyId seller, DealId deal) {
    HandOver handOver = storage.in(seller, () -> rows.lock(seller, deal));
    if (!handOver.has(HandOverStep.PROVEN) || !handOver.has(HandOverStep.CONFIRMED)) {
      throw new StepRefused(StepRefused.Reason.KEY_UNSURE);
    }
    if (handOver.has(HandOverStep.RECEIPT)) {
      throw new StepRefused(StepRefused.Reason.RECEIPT_THERE);
    }
    DealStages.Standpoint standpoint = deals.of(seller, deal.value());
    if (standpoint.stage() != Stage.CLOSING || standpoint.paused()) {
      throw new StepRefused(StepRefused.Reason.NOT_AT_CLOSING);
    }
    if (standing.ask(seller, Hold.Effect.FREEZE, Subject.of(seller), Subject.deal(deal.value()))
        .isPresent()) {
      throw new StepRefused(StepRefused.Reason.HELD);
    }
  }

  private Deal require(CompanyId seller, DealId id) {
    return deals.deal(seller, id).orElseThrow(() -> new IllegalArgumentException("no such deal"));
  }

  private static StepRefused undecided() {
    return new StepRefused(StepRefused.Reason.NOT_DECIDED);
  }

  private static List<Approval> approvals(Matter decided) {
    return decided.votes()
        .stream()
        .map(vote -> new Approval(vote.by().toString(), "releaser", decided.id().toString(), vote.at()))
        .toList();
  }
}
