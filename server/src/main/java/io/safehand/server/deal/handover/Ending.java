package io.safehand.server.deal.handover;

import io.safehand.core.hash.Sha256;
import io.safehand.core.custody.keys.CompanyKeys;
import io.safehand.core.custody.stored.Errand;
import io.safehand.core.custody.Retagging;
import io.safehand.core.custody.Shredding;
import io.safehand.core.handover.document.Progress;
import io.safehand.core.handover.document.SignedPaper;
import io.safehand.core.handover.evidence.EvidenceWriter;
import io.safehand.core.json.Json;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.keys.Keys;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.custody.inventory.Inventories;
import io.safehand.server.custody.records.Vaults;
import io.safehand.server.custody.retention.Destroyed;
import io.safehand.server.custody.retention.Destruction;
import io.safehand.server.deal.deals.Deal;
import io.safehand.server.deal.deals.DealId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The end of the seller's holding: destruction of every key but for what law orders kept, the certificate, and the
 * evidence that an outsider can check. May be used by many threads.
 */
@Component
public final class Ending {
  private static final String DESTROY = "handover.destroy";
  private static final Set<Role> DECIDERS = Set.of(Role.SELLER_OFFICER, Role.SELLER_LAWYER,
      Role.SECURITY_OFFICER);

  private final HandOvers handOvers;
  private final Access access;
  private final Standing standing;
  private final Destruction destruction;
  private final Vaults vaults;
  private final Inventories inventories;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Keys keys;
  private final Certifying certifying;
  private final Clock clock;
  private final SecureRandom random;

  Ending(HandOvers handOvers, Access access, Standing standing, Destruction destruction, Vaults vaults,
      Inventories inventories, Decisions decisions, Ledger ledger, Keys keys, Certifying certifying,
      Clock clock, SecureRandom random) {
    this.handOvers = handOvers;
    this.access = access;
    this.standing = standing;
    this.destruction = destruction;
    this.vaults = vaults;
    this.inventories = inventories;
    this.decisions = decisions;
    this.ledger = ledger;
    this.keys = keys;
    this.certifying = certifying;
    this.clock = clock;
    this.random = random;
  }

  /** Asks for the destruction; two others must approve it. */
  public MatterId propose(CompanyId seller, DealId deal, Account by) {
    access.require(seller, by, Role.SELLER_OFFICER, Role.DEAL_MANAGER);
    return decisions.open(by, new Opening(DESTROY, deal.subject(), hash(seller, deal), 2, DECIDERS));
  }

  /** The hash that the two vote on. */
  public String hash(CompanyId seller, DealId deal) {
    return Sha256.hex(Json.object()
        .with("act", DESTROY)
        .with("deal", deal.toString())
        .with("receipt", handOvers.receipt(seller, deal).orElse("none"))
        .with("inventory", inventories.adopted(seller).orElseThrow().sha256())
        .canonical());
  }

  /**
   * Destroys as decided, which uses the decision up, erases the search key, and signs the certificate. Refused before the
   * buyer is re-keyed. After a failure or a restart behind the destruction it goes on, for the same decision.
   *
   * @throws IllegalStateException when nothing may be destroyed; nothing was
   */
  public Certified destroy(CompanyId seller, DealId id, MatterId matter, Account by) {
    access.require(seller, by, Role.SELLER_OFFICER, Role.SELLER_LAWYER, Role.SECURITY_OFFICER,
        Role.DEAL_MANAGER);
    Deal deal = handOvers.require(seller, id);
    Matter decided = decisions.matter(seller, matter).orElseThrow();
    boolean before = destruction.after(seller, id.value()).isPresent();
    boolean confirmed = !before && destroyNow(seller, id, decided, by).isEmpty();
    Destroyed destroyed = destruction.after(seller, id.value())
        .filter(done -> done.decision().equals(matter.toString()))
        .orElseThrow(() -> new StepRefused(StepRefused.Reason.OTHER_DECISION));
    List<String> unconfirmed = eraseTags(seller, id, by, matter);
    Certifying.Ended ended = new Certifying.Ended(destroyed, confirmed, unconfirmed, clock.instant());
    if (ended.keys().progress() == Progress.DONE) {
      handOvers.destroyed(seller, id);
    }
    return new Certified(certifying.certificate(deal, decided, ended).sign(keys.signing()), destroyed);
  }

  /** Everything is asked before the first key goes. */
  private List<String> destroyNow(CompanyId seller, DealId id, Matter decided, Account by) {
    StepRefused.unless(handOvers.isRekeyed(seller, id), StepRefused.Reason.NOT_REKEYED);
    StepRefused.unless(
        standing.ask(seller, Hold.Effect.KEEP, Subject.deal(id.value()), Subject.of(seller)).isEmpty(),
        StepRefused.Reason.KEEP_HELD);
    StepRefused.unless(decided.votes().stream().noneMatch(vote -> vote.by().equals(by.id())),
        StepRefused.Reason.DECIDER);
    String hash = hash(seller, id);
    StepRefused.unless(decided.allows(hash), StepRefused.Reason.DESTRUCTION_NOT_DECIDED);
    return destruction.destroyEverything(seller, id.value(), by, decided.id().toString(),
        () -> StepRefused.unless(
            decisions.carryOut(seller, decided.id(), DESTROY, id.subject(), hash).isPresent(),
            StepRefused.Reason.DESTRUCTION_NOT_DECIDED));
  }

  /** Who stays is tagged under a new search key, then the old one is erased. */
  private List<String> eraseTags(CompanyId seller, DealId deal, Account by, MatterId matter) {
    CompanyKeys own = vaults.of(seller);
    Shredding shredding = new Shredding(own, vaults.store(seller), clock, random);
    return new Retagging(own, vaults.store(seller), shredding, inventories.current(seller), clock, random)
        .retag(new Errand(by.who(), "destruction", matter.value().toString(), deal.toString()), people -> {})
        .unconfirmed();
  }

  /** Writes the evidence folder: the log, the papers, the counts. */
  public Path evidence(CompanyId seller, DealId deal, Path folder, Papers papers,
      SortedMap<String, Long> counts) throws IOException {
    ledger.sequence(seller);
    EvidenceWriter writer = new EvidenceWriter(folder).ledger(ledger.place(seller).folder());
    if (papers.packageFolder().isPresent()) {
      writer.package_(papers.packageFolder().get());
    }
    if (papers.receipt().isPresent()) {
      writer.receipt(papers.receipt().get());
    }
    if (papers.certified().isPresent()) {
      Certified certified = papers.certified().get();
      writer.certificate(certified.certificate().file(), certified.destroyed().commitments());
    }
    return writer.finish(DealPapers.deal(handOvers.require(seller, deal)), counts, clock.instant(),
        keys.signing());
  }

  /** Writes the evidence folder with the papers that are kept with the deal. */
  public Path evidence(CompanyId seller, DealId deal, Path folder) throws IOException {
    EvidenceWriter writer = new EvidenceWriter(folder);
    try {
      ledger.sequence(seller);
      writer.ledger(ledger.place(seller).folder());
      add(writer, seller, deal);
      return writer.finish(DealPapers.deal(handOvers.require(seller, deal)), new TreeMap<>(), clock.instant(),
          keys.signing());
    } catch (IOException | RuntimeException failed) {
      writer.discard();
      throw failed;
    }
  }

  private void add(EvidenceWriter writer, CompanyId seller, DealId deal) throws IOException {
    Optional<Path> released = handOvers.packageOf(seller, deal);
    if (released.isPresent()) {
      writer.package_(released.get());
    }
    Optional<byte[]> receipt = handOvers.paper(seller, deal, Paper.RECEIPT);
    if (receipt.isPresent()) {
      writer.receipt(receipt.get());
    }
    Optional<byte[]> certificate = handOvers.paper(seller, deal, Paper.CERTIFICATE);
    Optional<Destroyed> destroyed = destruction.after(seller, deal.value());
    if (certificate.isPresent() && destroyed.isPresent()) {
      writer.certificate(certificate.get(), destroyed.get().commitments());
    }
  }

  /** The papers of a deal, as far as there are any. */
  @SuppressWarnings("ArrayRecordComponent") // a file, passed on and never compared
  public record Papers(Optional<Path> packageFolder, Optional<byte[]> receipt,
      Optional<Certified> certified) {}

  /** A signed certificate, and what it certifies. */
  public record Certified(SignedPaper certificate, Destroyed destroyed) {}
}
