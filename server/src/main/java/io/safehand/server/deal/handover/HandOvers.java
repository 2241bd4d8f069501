package io.safehand.server.deal.handover;

import io.safehand.core.custody.HandingOver;
import io.safehand.core.handover.age.PossessionChallenge;
import io.safehand.core.handover.age.Recipient;
import io.safehand.core.handover.document.Receipt;
import io.safehand.core.handover.NamedBytes;
import io.safehand.core.handover.manifest.AppliedRule;
import io.safehand.core.handover.manifest.Approval;
import io.safehand.core.handover.manifest.MovedField;
import io.safehand.core.handover.manifest.PackageTerms;
import io.safehand.core.handover.manifest.RetentionLimit;
import io.safehand.core.handover.parcel.PackageWriter;
import io.safehand.core.handover.parcel.SealedPackage;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.ledger.LedgerLine;
import io.safehand.core.ledger.LineProof;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.core.vault.Suite;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.DealStages;
import io.safehand.server.custody.disclosure.Disclosures;
import io.safehand.server.custody.inventory.Adopted;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.notices.Notices;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.deal.deals.Deals;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * The seller's side of a hand-over: the buyer's key, the release by two people, the package, the receipt.
 *
 * <p>Nothing leaves before the release was decided by two others than who asked for it, and before its ledger line
 * with the manifest's hash is durable and proven. May be used by many threads.
 */
@Component
public final class HandOvers {
  private static final String RELEASE = "handover.release";
  private static final Set<Role> RELEASERS = Set.of(Role.SELLER_OFFICER, Role.SELLER_LAWYER,
      Role.SECURITY_OFFICER);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Storage storage;
  private final HandOverRows rows;
  private final Deals deals;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Keys keys;
  private final Vaults vaults;
  private final Inventories inventories;
  private final Disclosures disclosures;
  private final Notices notices;
  private final Clock clock;
  private final SecureRandom random;

  HandOvers(Storage storage, HandOverRows rows, Deals deals, Decisions decisions, Ledger ledger, Keys keys,
      Vaults vaults, Inventories inventories, Disclosures disclosures, Notices notices, Clock clock,
      SecureRandom random) {
    this.storage = storage;
    this.rows = rows;
    this.deals = deals;
    this.decisions = decisions;
    this.ledger = ledger;
    this.keys = keys;
    this.vaults = vaults;
    this.inventories = inventories;
    this.disclosures = disclosures;
    this.notices = notices;
    this.clock = clock;
    this.random = random;
  }

  /** Registers the key that the package will be sealed to, one a deal. */
  public void registerKey(CompanyId seller, DealId deal, Recipient recipient, Account by) {
    storage.run(seller, () -> {
      rows.register(seller, deal, recipient.text(), clock.instant());
      write(seller, deal, by, Act.HANDOVER_PLAN, Json.object()
          .with("step", "key.registered")
          .with("recipient", recipient.fingerprint()));
    });
  }

  /** A riddle that only the holder of the private half can solve; give its sealed part to the buyer. */
  public PossessionChallenge challenge(CompanyId seller, DealId deal) {
    return PossessionChallenge.to(recipient(seller, deal), random);
  }

  /** Records that the buyer solved the riddle; false when it did not. */
  public boolean prove(CompanyId seller, DealId deal, PossessionChallenge challenge, byte[] answer,
      Account by) {
    if (!challenge.isAnsweredBy(answer)) {
      return false;
    }
    storage.run(seller, () -> {
      rows.set(seller, deal, "proven_at", clock.instant());
      write(seller, deal, by, Act.HANDOVER_PLAN, Json.object().with("step", "key.proven"));
    });
    return true;
  }

  /** One of two people confirms that the fingerprint is the buyer's, compared by another way than this system. */
  public void confirm(CompanyId seller, DealId deal, String fingerprint, Account by) {
    storage.run(seller, () -> {
      if (!recipient(seller, deal).fingerprint().equals(fingerprint)) {
        throw new IllegalArgumentException("this is not the fingerprint of the registered key");
      }
      Optional<String> first = rows.text(seller, deal, "first_confirmer");
      if (first.isEmpty()) {
        rows.set(seller, deal, "first_confirmer", by.who());
      } else if (!first.get().equals(by.who())) {
        rows.set(seller, deal, "confirmed_at", clock.instant());
      }
      write(seller, deal, by, Act.HANDOVER_PLAN, Json.object().with("step", "key.confirmed"));
    });
  }

  /** Asks for the release; two others must approve exactly this: deal, terms, inventory and key. */
  public MatterId proposeRelease(CompanyId seller, DealId id, Account by) {
    return decisions.open(by, new Opening(RELEASE, "deal/" + id, releaseHash(seller, id), 2, RELEASERS));
  }

  /** The hash that the two vote on. */
  public String releaseHash(CompanyId seller, DealId id) {
    Deal deal = require(seller, id);
    Adopted adopted = inventories.adopted(seller).orElseThrow();
    return Hashes.sha256(Json.object()
        .with("act", RELEASE)
        .with("deal", id.toString())
        .with("path", deal.terms().path().name())
        .with("excludeObjectors", deal.terms().excludeObjectors())
        .with("excludeUnnotified", deal.terms().excludeUnnotified())
        .with("inventory", adopted.sha256())
        .with("recipient", recipient(seller, id).fingerprint())
        .canonical());
  }

  /**
   * Packs and releases, as it was decided. The folder appears whole or not at all.
   *
   * @param progress told how many people were looked at
   */
  public Released release(CompanyId seller, DealId id, MatterId matter, Path folder, Account by,
      LongConsumer progress)
      throws IOException {
    Deal deal = require(seller, id);
    Matter decided = decisions.matter(seller, matter).orElseThrow();
    if (decided.state() != Matter.State.APPROVED || !decided.allows(releaseHash(seller, id))) {
      throw new IllegalStateException("the release is not decided by two people for what is there now");
    }
    if (rows(seller, id, "proven_at").isEmpty() || rows(seller, id, "confirmed_at").isEmpty()) {
      throw new IllegalStateException("the buyer's key is not proven and confirmed by two");
    }
    DealStages.Standpoint standpoint = deals.of(seller, id.value());
    if (standpoint.stage() != Stage.CLOSING || standpoint.paused()) {
      throw new IllegalStateException("a package leaves at closing, while the evidence for it stands");
    }
    Inventory inventory = inventories.current(seller);
    try (PackageWriter writer = PackageWriter.open(folder, terms(seller, deal, inventory), recipient(seller,
        id), random)) {
      HandingOver.Packed packed = new HandingOver(vaults.of(seller), vaults.store(seller),
          new TransferFacts(seller, id, disclosures.facts(seller), notices), inventory, deal.terms()
              .transfer(), clock,
          ZONE, random).pack(writer, progress);
      SealedPackage sealed = writer.seal(clock.instant(), packed.live(), new TreeMap<>(), approvals(decided),
          keys.signing());
      return new Released(publish(seller, id, matter, sealed, by), packed, sealed.sha256(),
          sealed.manifest().contents().root());
    } catch (IOException failed) {
      storage.disks().note(failed);
      throw failed;
    }
  }

  private Path publish(CompanyId seller, DealId id, MatterId matter, SealedPackage sealed, Account by)
      throws IOException {
    LedgerLine line = ledger.line(by.who(), Act.HANDOVER_RELEASE)
        .inDeal(id.toString())
        .byDecision(matter.value().toString())
        .with(Json.object()
            .with("manifest", sealed.sha256())
            .with("people", sealed.manifest().population().moved()));
    UUID row = storage.in(seller, () -> {
      rows.set(seller, id, "manifest_sha256", sealed.sha256());
      rows.set(seller, id, "released_at", clock.instant());
      return ledger.write(seller, line);
    });
    SignedNote note = ledger.sequence(seller).orElseThrow();
    LineProof proof = ledger.prove(seller, ledger.number(seller, row).orElseThrow(), note);
    return sealed.release(line.bytes(), proof, keys.signing());
  }

  /** Takes the buyer's receipt in: it must be for exactly the package that was released. */
  public Receipt acceptReceipt(CompanyId seller, DealId deal, byte[] file, Account by) throws IOException {
    Receipt receipt = Receipt.require(new NamedBytes("receipt.json", file), keys.trust());
    String released = storage.in(seller, () -> rows.text(seller, deal, "manifest_sha256")).orElse("");
    if (!receipt.manifest().equals(released)) {
      throw new IllegalArgumentException("this is a receipt for another package");
    }
    storage.run(seller, () -> {
      rows.set(seller, deal, "receipt_sha256", Hashes.sha256(file));
      rows.set(seller, deal, "receipt_at", clock.instant());
      write(seller, deal, by, Act.HANDOVER_PLAN, Json.object()
          .with("step", "receipt.accepted")
          .with("people", receipt.people())
          .with("receipt", Hashes.sha256(file)));
    });
    return receipt;
  }

  /** Records the buyer's word that everybody is re-keyed. */
  public void acknowledgeRekey(CompanyId seller, DealId deal, Account by) {
    storage.run(seller, () -> {
      rows.set(seller, deal, "rekeyed_at", clock.instant());
      write(seller, deal, by, Act.HANDOVER_PLAN, Json.object().with("step", "rekey.acknowledged"));
    });
  }

  void destroyed(CompanyId seller, DealId deal) {
    storage.run(seller, () -> rows.set(seller, deal, "destroyed_at", clock.instant()));
  }

  Optional<String> manifest(CompanyId seller, DealId deal) {
    return storage.in(seller, () -> rows.text(seller, deal, "manifest_sha256"));
  }

  Optional<String> receipt(CompanyId seller, DealId deal) {
    return storage.in(seller, () -> rows.text(seller, deal, "receipt_sha256"));
  }

  Deal require(CompanyId seller, DealId id) {
    return deals.deal(seller, id).orElseThrow(() -> new IllegalArgumentException("no such deal"));
  }

  private Optional<Instant> rows(CompanyId seller, DealId deal, String column) {
    return storage.in(seller, () -> rows.time(seller, deal, column));
  }

  private Recipient recipient(CompanyId seller, DealId deal) {
    return Recipient.parse(storage.in(seller, () -> rows.recipient(seller, deal)));
  }

  private void write(CompanyId seller, DealId deal, Account by, Act act, Json.Object details) {
    ledger.write(seller, ledger.line(by.who(), act).inDeal(deal.toString()).with(details));
  }

  private PackageTerms terms(CompanyId seller, Deal deal, Inventory inventory) {
    String inventoryHash = inventories.adopted(seller).orElseThrow().sha256();
    LocalDate origin = LocalDate.EPOCH;
    List<RetentionLimit> limits = inventory.fields()
        .stream()
        .map(field -> new RetentionLimit(
            "field." + field.name(), origin.plus(field.retention()).toEpochDay()))
        .toList();
    return new PackageTerms(DealPapers.deal(deal), "customers",
        new AppliedRule("cn.pipl." + deal.terms().path().name(), inventory.version(), inventoryHash),
        inventory.groups(), List.of(Suite.AES_256_GCM.number(), Suite.SM4_GCM_SM3.number()),
        inventory.fields().stream().map(HandOvers::moved).toList(),
        inventory.purposes()
            .stream()
            .filter(rule -> rule.travels())
            .map(rule -> rule.purpose().code())
            .toList(), limits,
        DealPapers.origin(ledger, seller));
  }

  private static MovedField moved(FieldRule field) {
    return new MovedField(field.name(), field.group(), field.category().code(), field.sensitivity().name(),
        field.basis().name(), field.purposes().stream().map(purpose -> purpose.code()).sorted().toList());
  }

  private static List<Approval> approvals(Matter decided) {
    return decided.votes()
        .stream()
        .map(vote -> new Approval(vote.by().toString(), "releaser",
            decided.id().value().toString(), vote.at()))
        .toList();
  }

  /** A package that has left: where it lies, who is in it, and the hashes that name it. */
  public record Released(Path folder, HandingOver.Packed people, String manifest, String root) {}
}
