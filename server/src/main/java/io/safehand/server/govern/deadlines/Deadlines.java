package io.safehand.server.govern.deadlines;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.calendar.WorkingCalendar;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Deadlines by working calendar. A pause takes nothing from what is left. Every call joins the caller's transaction or
 * makes its own; whoever calls has asked whether it may be done. May be used by many threads.
 */
@Component
public final class Deadlines {
  private static final int WARN_PERCENT = 80;

  private final Storage storage;
  private final DeadlineRows rows;
  private final WorkingCalendar calendar;
  private final Ledger ledger;
  private final BusinessIds ids;
  private final Clock clock;

  Deadlines(Storage storage, DeadlineRows rows, WorkingCalendar calendar, Ledger ledger, BusinessIds ids,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.calendar = calendar;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts one for a subject now. */
  public Deadline start(CompanyId company, String subject, Regime regime) {
    return start(company, subject, regime, clock.instant());
  }

  /** Starts one that has been running since an earlier moment, at another house for example. */
  public Deadline start(CompanyId company, String subject, Regime regime, Instant since) {
    Instant due = calendar.due(regime.term(), since);
    Deadline deadline = new Deadline(new DeadlineId(ids.next()), subject, regime, since,
        calendar.due(regime.term().share(WARN_PERCENT), since), due, calendar.due(regime.grace(), due),
        Optional.empty(), Deadline.State.RUNNING, Deadline.Step.NONE);
    storage.run(company, () -> rows.add(company, deadline));
    return deadline;
  }

  /** Stops the count, because somebody else is awaited; changes nothing unless it runs. */
  public void pause(CompanyId company, String subject, String regime, String reason) {
    change(company, subject, regime, Deadline.State.RUNNING, old -> {
      Instant now = clock.instant();
      Deadline.Left left = new Deadline.Left(calendar.left(old.regime().term(), now, old.warnAt()),
          calendar.left(old.regime().term(), now, old.dueAt()));
      return new Deadline(old.id(), subject, old.regime(), old.startedAt(), old.warnAt(), old.dueAt(),
          old.escalateAt(), Optional.of(left), Deadline.State.PAUSED, old.step());
    }, Json.object().with("change", "paused").with("reason", reason));
  }

  /** Goes on with what was left; changes nothing unless it pauses. */
  public void resume(CompanyId company, String subject, String regime, String reason) {
    change(company, subject, regime, Deadline.State.PAUSED, old -> {
      Deadline.Left left = old.left().orElseThrow();
      Instant now = clock.instant();
      return running(old, calendar.due(left.toWarning(), now), calendar.due(left.toEnd(), now), old.step());
    }, Json.object().with("change", "resumed").with("reason", reason));
  }

  /** Gives more time, counted from the present end, which then warns; changes nothing unless it runs. */
  public void extend(CompanyId company, String subject, String regime, Term more, String reason) {
    change(company, subject, regime, Deadline.State.RUNNING,
        old -> running(old, old.dueAt(), calendar.due(more, old.dueAt()), Deadline.Step.NONE),
        Json.object().with("change", "extended").with("by", more.toString()).with("reason", reason));
  }

  /** What was to be done is done; it stays known whether in time. */
  public void meet(CompanyId company, String subject, String regime) {
    end(company, subject, regime, Deadline.State.MET);
  }

  /** Nothing is to be done any more. */
  public void drop(CompanyId company, String subject, String regime) {
    end(company, subject, regime, Deadline.State.DROPPED);
  }

  /** All of a subject, oldest first. */
  public List<Deadline> of(CompanyId company, String subject) {
    return storage.in(company, () -> rows.of(company, subject));
  }

  /** Those of a subject that have not ended under this regime; at most one. */
  public Optional<Deadline> open(CompanyId company, String subject, String regime) {
    return of(company, subject).stream()
        .filter(deadline -> deadline.regime().code().equals(regime))
        .filter(deadline -> deadline.state() == Deadline.State.RUNNING
            || deadline.state() == Deadline.State.PAUSED)
        .findFirst();
  }

  private void end(CompanyId company, String subject, String regime, Deadline.State state) {
    storage.run(company, () -> open(company, subject, regime)
        .ifPresent(deadline -> rows.end(company, deadline.id(), state, clock.instant())));
  }

  private void change(CompanyId company, String subject, String regime, Deadline.State from,
      UnaryOperator<Deadline> how, Json.Object details) {
    storage.run(company, () -> {
      storage.lock(company, "deadline/" + subject);
      open(company, subject, regime).filter(deadline -> deadline.state() == from).ifPresent(old -> {
        Deadline changed = how.apply(old);
        rows.move(company, changed);
        ledger.write(company, "deadlines", Act.DEADLINE_MOVED,
            details.with("deadline", old.id().toString())
                .with("subject", subject)
                .with("regime", regime)
                .with("due", changed.dueAt().toString()));
      });
    });
  }

  private Deadline running(Deadline old, Instant warn, Instant due, Deadline.Step step) {
    return new Deadline(old.id(), old.subject(), old.regime(), old.startedAt(), warn, due,
        calendar.due(old.regime().grace(), due), Optional.empty(), Deadline.State.RUNNING, step);
  }
}
