package io.safehand.server.govern.duties;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.govern.deadlines.Deadlines;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Obligations and the duties that they bring. A duty is done by the proof that its obligation asks for and by nothing
 * else; one that is overdue holds what its obligation says until it is done. Every call joins the caller's transaction or
 * makes its own; whoever begins or ends an obligation has asked whether it may. May be used by many threads.
 */
@Component
public final class Duties {
  private final Storage storage;
  private final ObligationRows obligations;
  private final DutyRows rows;
  private final Planning planning;
  private final Deadlines deadlines;
  private final Standing standing;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;
  private final ZoneId zone;

  Duties(Storage storage, ObligationRows obligations, DutyRows rows, Planning planning, Deadlines deadlines,
      Standing standing, Ledger ledger, BusinessIds ids, Clock clock, ZoneId zone) {
    this.storage = storage;
    this.obligations = obligations;
    this.rows = rows;
    this.planning = planning;
    this.deadlines = deadlines;
    this.standing = standing;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
    this.zone = zone;
  }

  /** Puts an obligation in force; its first duties are there when this returns. */
  public ObligationId begin(Account by, Obligation obligation) {
    ObligationId id = new ObligationId(ids.next());
    storage.run(by.company(), () -> {
      obligations.add(by.company(), id, obligation, by.who(), clock.instant());
      ledger.write(by.company(), by.who(), Act.OBLIGATION_BEGUN,
          Json.object()
              .with("obligation", id.toString())
              .with("kind", obligation.kind())
              .with("part", obligation.part())
              .with("schedule", obligation.schedule().toString()));
      planning.go(by.company());
    });
    return id;
  }

  /** Ends it: duties that are open fall away, with their deadlines and holds. False when it had ended. */
  public boolean end(Account by, ObligationId id) {
    CompanyId company = by.company();
    return storage.in(company, () -> {
      boolean ended = obligations.end(company, id, clock.instant());
      if (ended) {
        rows.of(company, id).stream().filter(duty -> duty.state() == Duty.State.OPEN).forEach(duty -> {
          rows.drop(company, duty.id());
          deadlines.drop(company, duty.id().subject(), Planning.REGIME);
          lift(company, duty.id(), by.who());
        });
        ledger.write(company, by.who(), Act.OBLIGATION_ENDED,
            Json.object().with("obligation", id.toString()));
      }
      return ended;
    });
  }

  /** The account's open duties, the first to fall first. */
  public List<Duty> open(CompanyId company, AccountId assignee, int most) {
    return storage.in(company, () -> rows.open(company, assignee, most));
  }

  public Optional<Obligation> obligation(CompanyId company, ObligationId id) {
    return storage.in(company, () -> obligations.find(company, id));
  }

  /** All duties of an obligation, by day. */
  public List<Duty> of(CompanyId company, ObligationId id) {
    return storage.in(company, () -> rows.of(company, id));
  }

  /** Does a duty; empty when it is done, else why not. */
  public Optional<DutyRefused> done(Account by, DutyId id, DutyProof proof) {
    CompanyId company = by.company();
    return storage.in(company, () -> {
      Optional<Duty> duty = rows.lock(company, id);
      Optional<DutyRefused> refusal = duty.isEmpty()
          ? Optional.of(DutyRefused.UNKNOWN)
          : refusal(by, duty.get(), proof);
      if (refusal.isEmpty()) {
        Instant now = clock.instant();
        rows.done(company, id, proof, now, LocalDate.ofInstant(now, zone));
        deadlines.meet(company, id.subject(), Planning.REGIME);
        lift(company, id, by.who());
        ledger.write(company, by.who(), Act.DUTY_DONE,
            Json.object()
                .with("duty", id.toString())
                .with("form", proof.form().name())
                .with("reference", proof.reference()));
      }
      return refusal;
    });
  }

  private Optional<DutyRefused> refusal(Account by, Duty duty, DutyProof proof) {
    if (!duty.assignee().equals(by.id())) {
      return Optional.of(DutyRefused.NOT_YOURS);
    }
    if (duty.state() != Duty.State.OPEN) {
      return Optional.of(DutyRefused.CLOSED);
    }
    boolean fits = obligations.find(by.company(), duty.obligation())
        .filter(obligation -> obligation.form() == proof.form())
        .isPresent();
    return fits ? Optional.empty() : Optional.of(DutyRefused.PROOF);
  }

  private void lift(CompanyId company, DutyId id, String who) {
    rows.released(company, id).ifPresent(hold -> standing.lift(company, hold, who));
  }
}
