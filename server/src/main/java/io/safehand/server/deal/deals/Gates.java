package io.safehand.server.deal.deals;

import io.safehand.core.hash.Sha256;
import io.safehand.core.json.Json;
import io.safehand.core.rules.Stage;
import io.safehand.server.base.evidence.Evidence;
import io.safehand.server.base.standing.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the gates of a deal stand now. Reads the evidence anew each time. */
@Component
final class Gates {
  private final GateCatalogue catalogue = GateCatalogue.shipped();
  private final Evidence evidence;
  private final Clock clock;

  Gates(Evidence evidence, Clock clock) {
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Those between this stage and the next. */
  List<GateView> of(Deal deal, Stage stage) {
    GateJudging judging = new GateJudging(deal.terms(), clock.instant());
    return catalogue.of(stage)
        .stream()
        .map(gate -> judging.judge(gate,
            () -> evidence.of(deal.terms().seller(), subject(gate, deal), gate.proof())))
        .toList();
  }

  List<GateView> all(Deal deal, Set<String> overridden) {
    return catalogue.stages()
        .stream()
        .flatMap(stage -> of(deal, stage).stream())
        .map(gate -> gate.afterOverride(overridden.contains(gate.gate())))
        .toList();
  }

  /** Whether evidence on which the deal came this far is gone or stale. */
  boolean anyFellBack(Deal deal, Set<String> overridden) {
    return StageOrder.before(deal.stage())
        .stream()
        .flatMap(stage -> of(deal, stage).stream())
        .anyMatch(gate -> !gate.state().passes() && !overridden.contains(gate.gate()));
  }

  /** SHA-256 of exactly what is decided about going on. */
  static String sha256(Deal deal, Stage to, List<GateView> gates) {
    Json.Object content = Json.object()
        .with("act", "deal.advance")
        .with("deal", deal.id().toString())
        .with("from", deal.stage().name())
        .with("to", to.name())
        .with("gates",
            Json.array(gates.stream()
                .map(gate -> Json.object()
                    .with("gate", gate.gate())
                    .with("state", gate.state().name())
                    .with("why", gate.why()))
                .toList()));
    return Sha256.hex(content.canonical());
  }

  private static Subject subject(Gate gate, Deal deal) {
    return switch (gate.of()) {
      case SELLER -> Subject.of(deal.terms().seller());
      case DEAL -> Subject.deal(deal.id().value());
    };
  }
}
