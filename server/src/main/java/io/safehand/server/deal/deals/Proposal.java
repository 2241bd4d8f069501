package io.safehand.server.deal.deals;

import io.safehand.core.rules.Stage;
import io.safehand.server.base.decisions.MatterId;
import java.util.List;

/**
 * The wish that a deal goes on, opened as a matter to be decided.
 *
 * @param sha256 of exactly what is decided: deal, stages and how every gate stands; voters vote on it
 * @param open the gates that do not pass. When there are none, one approval lets the deal go on; otherwise only two
 *        overrides do
 */
public record Proposal(MatterId matter, Stage from, Stage to, String sha256, List<GateView> open) {
  public Proposal {
    open = List.copyOf(open);
  }

  public boolean needsOverride() {
    return !open.isEmpty();
  }
}
