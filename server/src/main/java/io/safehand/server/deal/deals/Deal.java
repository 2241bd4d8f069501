package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;
import java.time.Instant;
import java.util.Optional;

/**
 * A deal as it stands.
 *
 * @param overrides how many gates were passed by override so far
 * @param controlChangedAt when control of the company changed, in an equity deal
 */
public record Deal(DealId id, DealTerms terms, Stage stage, Instant stageSince, Instant openedAt,
    int overrides, Optional<Instant> controlChangedAt) {
  /** Completed or terminated: nothing goes on in it. */
  public boolean ended() {
    return StageOrder.after(stage).isEmpty();
  }
}
