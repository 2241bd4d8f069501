package io.safehand.server.deal.deals;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.access.Access;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.Role;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.decisions.MatterId;
import io.safehand.server.base.decisions.Opening;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Hold;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.standing.Subject;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.custody.disclosure.DealStages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The deals of each seller, stage by stage.
 *
 * <p>A deal goes on only when every gate of its stage passes and somebody else than who proposed it approved, or when
 * two others, the security officer may be one, overrode what is open, which is counted for ever. Nothing goes back. Evidence is asked anew each time, so
 * what has gone stale shows red again and pauses the deal's disclosures. May be used by many threads.
 */
@Component
public final class Deals implements DealStages {
  private static final String ADVANCE = "deal.advance";
  private static final String OVERRIDE = "deal.override";
  private static final Set<Role> APPROVERS = Set.of(Role.DEAL_MANAGER, Role.SELLER_OFFICER,
      Role.SELLER_LAWYER);
  private static final Set<Role> OVERRIDERS = Set.of(Role.DEAL_MANAGER, Role.SELLER_OFFICER,
      Role.SELLER_LAWYER, Role.SECURITY_OFFICER);

  private final Storage storage;
  private final DealRows rows;
  private final Gates gates;
  private final Assignments assignments;
  private final Access access;
  private final Decisions decisions;
  private final Standing standing;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Deals(Storage storage, DealRows rows, Gates gates, Assignments assignments, Access access,
      Decisions decisions, Standing standing, Ledger ledger, BusinessIds ids, Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.gates = gates;
    this.assignments = assignments;
    this.access = access;
    this.decisions = decisions;
    this.standing = standing;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a deal in preparation.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account leads no deals of the seller
   */
  public DealId open(CompanyId seller, DealTerms terms, Account by) {
    return storage.in(seller, () -> {
      requireManager(seller, by);
      if (!terms.seller().equals(seller)) {
        throw new IllegalArgumentException("a deal belongs to its seller");
      }
      DealId id = new DealId(ids.next());
      rows.add(id, terms, by, clock.instant());
      ledger.write(seller,
          ledger.line(by.who(), Act.DEAL_OPENED)
              .inDeal(id.toString())
              .with(Json.object()
                  .with("type", terms.type().name())
                  .with("path", terms.path().name())
                  .with("excludeObjectors", terms.excludeObjectors())));
      assignments.add(id, by.id(), by);
      return id;
    });
  }

  public Optional<Deal> deal(CompanyId seller, DealId id) {
    return storage.in(seller, () -> rows.find(seller, id));
  }

  /** All deals of the seller, oldest first. */
  public List<Deal> deals(CompanyId seller) {
    return storage.in(seller, () -> rows.all(seller));
  }

  /** The stage alone. */
  public Stage stage(CompanyId seller, DealId id) {
    return storage.in(seller, () -> require(rows.find(seller, id))).stage();
  }

  /** Every gate of every stage as it stands now, in order. */
  public List<GateView> gates(CompanyId seller, DealId id) {
    return storage.in(seller, () -> gates.all(require(rows.find(seller, id)), rows.overridden(seller, id)));
  }

  /** By which decision, and when, a gate was passed although it was open. */
  public record Overriding(MatterId by, Instant at) {}

  /** The gates of this deal that were overridden. */
  public Map<String, Overriding> overrides(CompanyId seller, DealId id) {
    return storage.in(seller, () -> rows.overrides(seller, id));
  }

  @Override
  public Standpoint of(CompanyId seller, UUID deal) {
    return storage.in(seller, () -> {
      Deal found = require(rows.find(seller, new DealId(deal)));
      return new Standpoint(found.stage(), gates.anyFellBack(found, rows.overridden(seller, found.id())));
    });
  }

  /**
   * Asks for the next stage: opens a matter that others approve or, when gates are open, override. One that waits
   * already is not opened twice.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account leads no deals of the seller
   * @throws DealNotAllowed when the deal has ended
   */
  public Proposal propose(CompanyId seller, DealId id, Account by) {
    return storage.in(seller, () -> {
      requireManager(seller, by);
      Deal deal = require(rows.lock(seller, id));
      Stage to = StageOrder.after(deal.stage()).orElseThrow(() -> new DealNotAllowed(Advance.Reason.ENDED));
      List<GateView> present = gates.of(deal, deal.stage());
      List<GateView> open = open(present);
      String sha256 = Gates.sha256(deal, to, present);
      Opening opening = open.isEmpty()
          ? new Opening(ADVANCE, id.subject(), sha256, 1, APPROVERS)
          : new Opening(OVERRIDE, id.subject(), sha256, 2, OVERRIDERS);
      MatterId matter = decisions.pending(seller, opening.subject(), opening.kind(), sha256)
          .map(Matter::id)
          .orElseGet(() -> decisions.open(by, opening));
      return new Proposal(matter, deal.stage(), to, sha256, open);
    });
  }

  /** The hash of what would be decided now about the next stage; empty when there is none. */
  public Optional<String> advanceHash(CompanyId seller, DealId id) {
    return storage.in(seller, () -> {
      Deal deal = require(rows.find(seller, id));
      return StageOrder.after(deal.stage()).map(to -> Gates.sha256(deal, to, gates.of(deal, deal.stage())));
    });
  }

  /** Goes on, if it was decided for the gates as they stand now. */
  public Advance advance(CompanyId seller, DealId id, MatterId matter, Account by) {
    return storage.in(seller, () -> {
      requireManager(seller, by);
      Deal deal = require(rows.lock(seller, id));
      Optional<Stage> to = StageOrder.after(deal.stage());
      if (to.isEmpty()) {
        return new Advance.Refused(Advance.Reason.ENDED, List.of());
      }
      List<GateView> present = gates.of(deal, deal.stage());
      Optional<Advance.Reason> refusal = refusal(deal, to.get(), present, matter);
      return refusal.isPresent()
          ? new Advance.Refused(refusal.get(), open(present))
          : move(deal, to.get(), present, matter, by);
    });
  }

  /**
   * Ends a deal that fails, from any stage.
   *
   * @param reason a stable code
   */
  public void terminate(CompanyId seller, DealId id, String reason, Account by) {
    storage.run(seller, () -> {
      requireManager(seller, by);
      Deal deal = require(rows.lock(seller, id));
      if (!StageOrder.allows(deal.stage(), Stage.TERMINATED)) {
        throw new DealNotAllowed(Advance.Reason.ENDED);
      }
      rows.move(seller, id, Stage.TERMINATED, clock.instant(), 0);
      write(deal, by, Act.DEAL_STAGE, "", moved(deal, Stage.TERMINATED).with("reason", code(reason)));
    });
  }

  /**
   * Names the buyer of a deal that was opened before there was one. Until people are told who it is, and once.
   *
   * @throws io.safehand.server.base.access.NotAllowed when the account leads no deals of the seller
   * @throws DealNotAllowed when there is a buyer, or the customers are being told
   */
  public void nameBuyer(CompanyId seller, DealId id, CompanyId buyer, Account by) {
    storage.run(seller, () -> {
      requireManager(seller, by);
      Deal deal = require(rows.lock(seller, id));
      if (deal.terms().buyer().isPresent() || !StageOrder.before(Stage.NOTICE).contains(deal.stage())) {
        throw new DealNotAllowed(Advance.Reason.BUYER_THERE);
      }
      if (buyer.equals(seller)) {
        throw new IllegalArgumentException("the buyer is not the seller");
      }
      rows.nameBuyer(seller, id, buyer);
      write(deal, by, Act.DEAL_BUYER, "", Json.object().with("buyer", buyer.toString()));
    });
  }

  private Optional<Advance.Reason> refusal(Deal deal, Stage to, List<GateView> present, MatterId matter) {
    CompanyId seller = deal.terms().seller();
    if (standing.ask(seller, Hold.Effect.FREEZE, Subject.deal(deal.id().value()), Subject.of(seller))
        .isPresent()) {
      return Optional.of(Advance.Reason.HELD);
    }
    boolean open = !open(present).isEmpty();
    Optional<Matter> found = decisions.matter(seller, matter)
        .filter(one -> one.subject().equals(deal.id().subject()));
    if (found.isEmpty()) {
      return Optional.of(Advance.Reason.OTHER_MATTER);
    }
    if (!found.get().contentHash().equals(Gates.sha256(deal, to, present))) {
      return Optional.of(Advance.Reason.CHANGED);
    }
    return switch (found.get().state()) {
      case OVERRIDDEN -> Optional.empty();
      case APPROVED -> open ? Optional.of(Advance.Reason.GATES_OPEN) : Optional.empty();
      case OPEN, REJECTED, STALE, DONE, WITHDRAWN -> Optional.of(Advance.Reason.NOT_DECIDED);
    };
  }

  private Advance move(Deal deal, Stage to, List<GateView> present, MatterId matter, Account by) {
    CompanyId seller = deal.terms().seller();
    List<GateView> open = open(present);
    Instant now = clock.instant();
    String sha256 = Gates.sha256(deal, to, present);
    if (decisions.carryOut(seller, matter, open.isEmpty() ? ADVANCE : OVERRIDE, deal.id().subject(), sha256)
        .isEmpty()) {
      throw new DealNotAllowed(Advance.Reason.NOT_DECIDED);
    }
    rows.pass(seller, deal.id(),
        present.stream().map(gate -> gate.afterOverride(!gate.state().passes())).toList(), matter, now);
    rows.move(seller, deal.id(), to, now, open.size());
    open.forEach(gate -> write(deal, by, Act.GATE_OVERRIDE, matter.toString(),
        Json.object()
            .with("gate", gate.gate())
            .with("stage", deal.stage().name())
            .with("state", gate.state().name())
            .with("why", gate.why())));
    write(deal, by, Act.DEAL_STAGE, matter.toString(), moved(deal, to).with("overridden", open.size()));
    return new Advance.Moved(to, open.size());
  }

  private void write(Deal deal, Account by, Act act, String decision, Json.Object details) {
    ledger.write(deal.terms().seller(),
        ledger.line(by.who(), act).inDeal(deal.id().toString()).byDecision(decision).with(details));
  }

  private void requireManager(CompanyId seller, Account by) {
    access.require(seller, by, Role.DEAL_MANAGER);
  }

  private static Deal require(Optional<Deal> deal) {
    return deal.orElseThrow(() -> new IllegalArgumentException("no such deal"));
  }

  private static List<GateView> open(List<GateView> gates) {
    return gates.stream().filter(gate -> !gate.state().passes()).toList();
  }

  private static Json.Object moved(Deal deal, Stage to) {
    return Json.object().with("from", deal.stage().name()).with("to", to.name());
  }

  private static String code(String reason) {
    if (!reason.matches("[a-z][a-z0-9.-]{0,79}")) {
      throw new IllegalArgumentException("a reason is a stable code");
    }
    return reason;
  }
}
