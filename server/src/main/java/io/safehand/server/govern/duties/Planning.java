package io.safehand.server.govern.duties;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.AccountId;
import io.safehand.server.base.calendar.Term;
import io.safehand.server.base.runs.Round;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import io.safehand.server.govern.deadlines.Deadlines;
import io.safehand.server.govern.deadlines.Regime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the duties of the next weeks, each once however often it is planned. */
@Component
final class Planning implements Round {
  static final String REGIME = "duty";
  private static final int DAYS_AHEAD = 35;
  private static final Term GRACE = new Term.Elapsed(Duration.ofDays(5));

  private final Storage storage;
  private final ObligationRows obligations;
  private final DutyRows rows;
  private final Deadlines deadlines;
  private final BusinessIds ids;
  private final Clock clock;
  private final ZoneId zone;

  Planning(Storage storage, ObligationRows obligations, DutyRows rows, Deadlines deadlines, BusinessIds ids,
      Clock clock, ZoneId zone) {
    this.storage = storage;
    this.obligations = obligations;
    this.rows = rows;
    this.deadlines = deadlines;
    this.ids = ids;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void go(CompanyId company) {
    LocalDate until = LocalDate.ofInstant(clock.instant(), zone).plusDays(DAYS_AHEAD);
    storage.run(company, () -> {
      for (ObligationRows.Row row : obligations.unplanned(company, until)) {
        row.obligation().responsible().forEach(assignee -> plan(company, row, assignee, until));
        obligations.planned(company, row.id(), until);
      }
    });
  }

  private void plan(CompanyId company, ObligationRows.Row row, AccountId assignee, LocalDate until) {
    Obligation obligation = row.obligation();
    Optional<LocalDate> done = rows.lastDone(company, row.id(), assignee);
    for (LocalDate day : obligation.schedule().until(until, row.planned(), done)) {
      Duty duty = new Duty(new DutyId(ids.next()), row.id(), assignee, day, Duty.State.OPEN, Optional.empty(),
          Optional.empty());
      if (rows.add(company, duty)) {
        deadlines.start(company, duty.id().subject(),
            new Regime(REGIME, Regime.Origin.INTERNAL, obligation.term(), GRACE),
            day.atStartOfDay(zone).toInstant());
      }
    }
  }
}
