package io.safehand.server.govern.duties;

import io.safehand.core.person.CompanyId;
import io.safehand.server.base.standing.Standing;
import io.safehand.server.govern.deadlines.Deadline;
import io.safehand.server.govern.deadlines.DeadlineSteps;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An overdue duty holds what its obligation says. */
@Component
final class Overdue implements DeadlineSteps {
  private final DutyRows rows;
  private final ObligationRows obligations;
  private final Standing standing;

  Overdue(DutyRows rows, ObligationRows obligations, Standing standing) {
    this.rows = rows;
    this.obligations = obligations;
    this.standing = standing;
  }

  @Override
  public Set<String> regimes() {
    return Set.of(Planning.REGIME);
  }

  @Override
  public void taken(CompanyId company, Deadline deadline, Deadline.Step step) {
    if (step == Deadline.Step.MISSED) {
      DutyId id = new DutyId(UUID.fromString(deadline.subject().substring("duty/".length())));
      rows.lock(company, id)
          .filter(duty -> duty.state() == Duty.State.OPEN)
          .flatMap(duty -> obligations.find(company, duty.obligation()))
          .flatMap(Obligation::effect)
          .ifPresent(
              effect -> rows.held(company, id, standing.place(company, effect.placing(), "govern.duties")));
    }
  }
}
