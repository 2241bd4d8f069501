package io.safehand.server.govern.deadlines;

import io.safehand.core.json.Json;
import io.safehand.core.ledger.Act;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.ledger.Ledger;
import io.safehand.server.base.runs.Round;
import io.safehand.server.base.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes the steps that are due: warns, says that a deadline was missed, passes it on. */
@Component
final class Ticking implements Round {
  private static final int TOGETHER = 500;

  private final Storage storage;
  private final DeadlineRows rows;
  private final ObjectProvider<DeadlineSteps> listening;
  private final Ledger ledger;
  private final Clock clock;

  Ticking(Storage storage, DeadlineRows rows, ObjectProvider<DeadlineSteps> listening, Ledger ledger,
      Clock clock) {
    this.storage = storage;
    this.rows = rows;
    this.listening = listening;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public void go(CompanyId company) {
    List<DeadlineSteps> told = listening.orderedStream().toList();
    while (storage.in(company, () -> some(company, told)) == TOGETHER) {
      continue;
    }
  }

  private int some(CompanyId company, List<DeadlineSteps> told) {
    Instant now = clock.instant();
    List<Deadline> due = rows.due(company, now, TOGETHER);
    for (Deadline deadline : due) {
      Deadline.Step last = deadline.dueStep(now);
      for (Deadline.Step step : Deadline.Step.values()) {
        if (step.compareTo(deadline.step()) > 0 && step.compareTo(last) <= 0) {
          take(company, deadline, step, told);
        }
      }
      rows.step(company, deadline, last);
    }
    return due.size();
  }

  private void take(CompanyId company, Deadline deadline, Deadline.Step step, List<DeadlineSteps> told) {
    ledger.write(company, "deadlines", act(step),
        Json.object()
            .with("deadline", deadline.id().toString())
            .with("subject", deadline.subject())
            .with("regime", deadline.regime().code())
            .with("origin", deadline.regime().origin().name())
            .with("due", deadline.dueAt().toString()));
    told.stream()
        .filter(each -> each.regimes().contains(deadline.regime().code()))
        .forEach(each -> each.taken(company, deadline, step));
  }

  private static Act act(Deadline.Step step) {
    return switch (step) {
      case WARNED -> Act.DEADLINE_WARNED;
      case MISSED -> Act.DEADLINE_MISSED;
      case ESCALATED -> Act.DEADLINE_ESCALATED;
      case NONE -> throw new IllegalArgumentException("nothing happened");
    };
  }
}
