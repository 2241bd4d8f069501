package io.safehand.server.deal.handover;

import io.safehand.core.person.CompanyId;
import io.safehand.server.custody.notices.Departures;
import io.safehand.server.deal.deals.DealId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** From its release on a hand-over is not changed by what somebody answers. */
@Component
record Departed(HandOvers handOvers) implements Departures {
  @Override
  public Optional<Instant> left(CompanyId company, UUID deal) {
    return handOvers.progress(company, new DealId(deal))
        .map(HandOvers.Progress::reached)
        .map(reached -> reached.get(HandOverStep.RELEASED));
  }
}
